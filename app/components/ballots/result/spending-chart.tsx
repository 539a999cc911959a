import { formatMoney } from '~/components/ui';
import type { BudgetResult } from '~/domains/ballots/rules/budget/budget-result';
import { ballots } from '~/i18n/ballots';
import { useLocale, useText } from '~/i18n/use-text';

interface ChartProps {
  result: BudgetResult;
  step: number;
  label: (id: string) => string;
}

const [width, height] = [600, 44];

/** The budget as one bar: what earlier rounds took, what this one takes, and what is left. Drawn on the server. */
export function SpendingChart({ result, step, label }: ChartProps) {
  const t = useText(ballots);
  const locale = useLocale();
  const budget = Math.max(Number(result.budget), 1e-9);
  const rounds = result.rounds.slice(0, step);
  const spent = rounds.reduce((sum, round) => sum + Number(round.cost), 0);
  const words = t('spent-so-far', {
    spent: formatMoney(locale, spent),
    budget: formatMoney(locale, budget),
  });
  const parts = rounds.reduce<{ project: string; from: number; size: number }[]>((done, round) => {
    const last = done.at(-1);
    const from = last ? last.from + last.size : 0;
    return [...done, { project: round.project, from, size: (Number(round.cost) / budget) * width }];
  }, []);
  return (
    <figure className="spending">
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={words} preserveAspectRatio="none">
        <rect className="spending-left" width={width} height={height} />
        {parts.map(({ project, from, size }, index) => (
          <rect
            key={project}
            className={index === parts.length - 1 ? 'spending-now' : 'spending-before'}
            x={from}
            width={Math.max(size, 1)}
            height={height}
          >
            <title>{label(project)}</title>
          </rect>
        ))}
      </svg>
      <figcaption>{words}</figcaption>
    </figure>
  );
}
