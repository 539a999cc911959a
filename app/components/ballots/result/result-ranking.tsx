import { StatusBadge, Table } from '~/components/ui';
import type { RankingResult } from '~/domains/ballots/rules/outcome';
import { ballots } from '~/i18n/ballots';
import { useText } from '~/i18n/use-text';

interface RankingProps {
  result: RankingResult;
  label: (id: string) => string;
}

/** The order, and the table from which it follows: who is preferred to whom by how many. */
export function RankingFigures({ result, label }: RankingProps) {
  const t = useText(ballots);
  const rows = [...result.options].sort((one, other) => one.place - other.place);
  return (
    <>
      <Table
        caption={t('result')}
        captionHidden
        rows={rows}
        rowKey={(row) => row.option}
        columns={[
          { key: 'place', header: t('place'), cell: (row) => row.place, numeric: true },
          { key: 'option', header: t('option'), cell: (row) => label(row.option) },
          {
            key: 'accepted',
            header: t('result'),
            cell: (row) => (row.accepted ? <StatusBadge tone="success">{t('elected')}</StatusBadge> : '–'),
          },
        ]}
      />
      <PairwiseTable result={result} label={label} title={t('pairwise')} table={result.pairwise} />
      <details className="chart-table">
        <summary>{t('paths')}</summary>
        <PairwiseTable result={result} label={label} title={t('paths')} table={result.paths} />
      </details>
    </>
  );
}

interface PairwiseProps extends RankingProps {
  title: string;
  table: number[][];
}

/** Rows and columns in the order of the result; columns are named by place, so that it stays narrow. */
function PairwiseTable({ result, label, title, table }: PairwiseProps) {
  const t = useText(ballots);
  const ids = result.options.map((row) => row.option);
  const order = result.order.map((id) => ids.indexOf(id));
  return (
    // A wide table scrolls in its own frame, which the keyboard must reach.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="wide-table" role="region" aria-label={title} tabIndex={0}>
      <table className="pairwise">
        <caption>
          {title}
          <span className="field-hint">{t('pairwise-hint')}</span>
        </caption>
        <thead>
          <tr>
            <td />
            {order.map((option, place) => (
              <th key={option} scope="col" className="numeric" title={label(ids[option] ?? '')}>
                {place + 1}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {order.map((row, place) => (
            <tr key={row}>
              <th scope="row">
                {place + 1}. {label(ids[row] ?? '')}
              </th>
              {order.map((column) => {
                const count = table[row]?.[column] ?? 0;
                const wins = count > (table[column]?.[row] ?? 0);
                return (
                  <td key={column} className={wins ? 'numeric pairwise-win' : 'numeric'}>
                    {row === column ? '–' : count}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
