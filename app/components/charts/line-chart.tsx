import { useElementId } from '~/components/ui';

export interface ChartLine {
  key: string;
  label: string;
  /** One for each label, 0 to 100; null where there is nothing to show. */
  values: readonly (number | null)[];
}

export interface LineChartProps {
  title: string;
  /** Months as `2026-11`. */
  months: readonly string[];
  lines: readonly ChartLine[];
  hint?: string;
}

const frame = { width: 340, height: 210, left: 30, right: 8, top: 10, bottom: 34 };
const inner = {
  width: frame.width - frame.left - frame.right,
  height: frame.height - frame.top - frame.bottom,
};
const steps = [0, 25, 50, 75, 100];
const yOf = (value: number) => frame.top + inner.height * (1 - value / 100);
const xOf = (index: number, count: number) =>
  frame.left + (count < 2 ? inner.width / 2 : (inner.width * index) / (count - 1));

/** The line as SVG path: it starts anew after each gap. */
function pathOf(values: readonly (number | null)[]): string {
  return values
    .map((value, index) => {
      if (value === null) return '';
      const begins = index === 0 || values[index - 1] === null;
      return `${begins ? 'M' : 'L'}${xOf(index, values.length).toFixed(1)} ${yOf(value).toFixed(1)}`;
    })
    .join('');
}

/** Told apart by form as well as by colour. */
function Mark({ line, x, y }: { line: number; x: number; y: number }) {
  const className = `line-mark line-${line}`;
  if (line === 1) return <rect className={className} x={x - 3} y={y - 3} width={6} height={6} />;
  if (line === 2) return <path className={className} d={`M${x} ${y - 4}l4 7h-8z`} />;
  if (line === 3) return <path className={className} d={`M${x} ${y - 4.5}l4.5 4.5-4.5 4.5-4.5-4.5z`} />;
  return <circle className={className} cx={x} cy={y} r={3} />;
}

function Grid({ months }: { months: readonly string[] }) {
  return (
    <>
      {steps.map((step) => (
        <g key={step}>
          <line
            className="chart-grid"
            x1={frame.left}
            x2={frame.width - frame.right}
            y1={yOf(step)}
            y2={yOf(step)}
          />
          <text className="chart-words" x={frame.left - 5} y={yOf(step) + 3.5} textAnchor="end">
            {step}
          </text>
        </g>
      ))}
      {months.map((month, index) => {
        const x = xOf(index, months.length);
        // The first month's year only where the next year's does not stand right beside it.
        const year = month.endsWith('-01') || (index === 0 && !months[1]?.endsWith('-01'));
        return (
          <g key={month}>
            <text className="chart-words" x={x} y={frame.height - frame.bottom + 15} textAnchor="middle">
              {Number(month.slice(5))}
            </text>
            {year && (
              <text className="chart-words" x={x} y={frame.height - 6} textAnchor="middle">
                {month.slice(0, 4)}
              </text>
            )}
          </g>
        );
      })}
    </>
  );
}

/** At most four lines over months, drawn on the server. Put the table of the same numbers below it. */
export function LineChart({ title, months, lines, hint }: LineChartProps) {
  const id = useElementId();
  return (
    <figure className="line-chart">
      <figcaption id={id}>{title}</figcaption>
      <ul className="line-legend">
        {lines.map((line, index) => (
          <li key={line.key}>
            <svg viewBox="0 0 28 12" aria-hidden="true">
              <path className={`line-path line-${index}`} d="M0 6H28" />
              <Mark line={index} x={14} y={6} />
            </svg>
            {line.label}
          </li>
        ))}
      </ul>
      <svg viewBox={`0 0 ${frame.width} ${frame.height}`} role="img" aria-labelledby={id}>
        <Grid months={months} />
        {lines.map((line, index) => (
          <g key={line.key}>
            <path className={`line-path line-${index}`} d={pathOf(line.values)} />
            {line.values.map(
              (value, at) =>
                value !== null && (
                  <Mark key={months[at]} line={index} x={xOf(at, line.values.length)} y={yOf(value)} />
                ),
            )}
          </g>
        ))}
      </svg>
      {hint && <p className="field-hint">{hint}</p>}
    </figure>
  );
}
