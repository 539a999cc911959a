import { Section, Table } from '~/components/ui';
import { LegendMark } from '~/components/charts/figures/legend';
import { FigureChart } from './figure-chart';
import type { AreaPicture } from '~/domains/insights/figures/area-picture.query.server';
import type { SaidFigure } from '~/domains/insights/figures/say-figure';
import { insights } from '~/i18n/insights';
import { useText } from '~/i18n/use-text';
import { paths } from '~/paths';

export interface FigureSectionProps {
  figure: SaidFigure;
  map: AreaPicture | null;
  /** The address of the page's filters, with its question mark. */
  query: string;
  isExact: boolean;
  /** The portal's own address, for other sites. */
  origin: string;
}

/** A figure: picture, what it says, its numbers, and ways to take it along. */
export function FigureSection(props: FigureSectionProps) {
  const t = useText(insights);
  const { figure, map } = props;
  const { name, title, about, notes, rows, headers, legend } = figure;
  const isDrawn = rows.length > 0;
  return (
    <Section title={title} id={name}>
      <p className="field-hint">{about}</p>
      {notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
      {isDrawn && (
        <figure className="figure">
          <figcaption className="sr-only">{title}</figcaption>
          <FigureChart figure={figure} map={map} />
          <Legend name={name} legend={legend} />
        </figure>
      )}
      {isDrawn && (
        <details className="chart-table">
          <summary>{t('table')}</summary>
          <Table
            caption={title}
            captionHidden
            rows={rows}
            rowKey={(row) => row.key}
            columns={headers.map((header, at) => ({
              key: header,
              header,
              cell: (row: SaidFigure['rows'][number]) => (at === 0 ? row.label : (row.cells[at - 1] ?? '')),
              numeric: at > 0,
            }))}
          />
        </details>
      )}
      {!isDrawn && notes.length === 0 && <p>{t('no-rows')}</p>}
      {isDrawn && <Takeaways {...props} />}
    </Section>
  );
}

function Legend({ name, legend }: Pick<SaidFigure, 'name' | 'legend'>) {
  if (legend.length === 0) return null;
  return (
    <ul className="line-legend">
      {legend.map(({ form, words }) => (
        <li key={form}>
          <svg viewBox="0 0 28 12" aria-hidden="true">
            <LegendMark form={form} name={name} />
          </svg>
          {words}
        </li>
      ))}
    </ul>
  );
}

function Takeaways({ figure, query, isExact, origin }: FigureSectionProps) {
  const t = useText(insights);
  const { name, title } = figure;
  const address = `${origin}${paths.embeddedInsight(name)}${query}`;
  const fileOf = (form: 'svg' | 'png' | 'csv') => paths.insightFile(name, form) + query;
  const workbook = `${fileOf('csv')}${query === '' ? '?' : '&'}as=xlsx`;
  const files = [
    ...(['svg', 'png', 'csv'] as const).map((form) => ({ form, href: fileOf(form) })),
    { form: 'xlsx' as const, href: workbook },
  ];
  const frame = `<iframe src="${address.replaceAll('&', '&amp;')}" title="${title}" width="100%" height="520" loading="lazy"></iframe>`;
  return (
    <>
      <p className="figure-links">
        <a href={`${paths.insights}${query}#${name}`}>{t('link')}</a>
        {files.map(({ form, href }) => (
          <a key={form} href={href} download>
            {t(form)}
            <span className="sr-only"> {title}</span>
          </a>
        ))}
      </p>
      {!isExact && (
        <details className="chart-table">
          <summary>{t('embed')}</summary>
          <p>{t('embed-hint')}</p>
          <p>
            <code className="shown-secret">{frame}</code>
          </p>
        </details>
      )}
    </>
  );
}
