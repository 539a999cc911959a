import { Link } from '@remix-run/react';
import { Section, Table } from '~/components/ui';
import { paths } from '~/paths';
import { useText } from '~/i18n/use-text';
import { workOrders } from '~/i18n/work-orders';

interface LevelRow {
  id: string;
  name: string;
  open: number;
  overdue: number;
  undispatched: number;
}

/** What an area has itself, and the sums of each area below it. */
export function LevelTable({ here, below }: { here: LevelRow; below: readonly LevelRow[] }) {
  const t = useText(workOrders);
  const rows = [
    { ...here, name: t('queue-here'), to: `${paths.workOrders}?area=${here.id}&level=here` },
    ...below.map((row) => ({ ...row, to: `${paths.workOrders}?area=${row.id}` })),
  ];
  return (
    <Section title={t('levels')}>
      <Table
        caption={t('levels')}
        captionHidden
        rows={rows}
        rowKey={(row) => row.id}
        columns={[
          { key: 'name', header: t('area'), cell: (row) => <Link to={row.to}>{row.name}</Link> },
          { key: 'open', header: t('open-count'), numeric: true, cell: (row) => row.open },
          { key: 'overdue', header: t('overdue-count'), numeric: true, cell: (row) => row.overdue },
          { key: 'nobody', header: t('undispatched-count'), numeric: true, cell: (row) => row.undispatched },
        ]}
      />
    </Section>
  );
}
