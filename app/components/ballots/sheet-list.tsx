import { Section, StatusBadge, Table } from '~/components/ui';
import type { SheetState } from '~/domains/ballots/paper/counter.query.server';
import { ballots } from '~/i18n/ballots';
import { useNamesInARow, useText } from '~/i18n/use-text';

const tones = { settled: 'success', once: 'neutral', differs: 'warning' } as const;

/** How far each sheet is, what is open first; never what it says. */
export function SheetList({
  sheets,
}: {
  sheets: readonly { number: number; readers: string[]; state: SheetState }[];
}) {
  const t = useText(ballots);
  const inARow = useNamesInARow();
  const order: SheetState[] = ['differs', 'once', 'settled'];
  const rows = [...sheets].sort(
    (one, other) => order.indexOf(one.state) - order.indexOf(other.state) || one.number - other.number,
  );
  return (
    <Section title={t('sheets-list')}>
      <Table
        caption={t('sheets-list')}
        captionHidden
        rows={rows}
        rowKey={(row) => String(row.number)}
        columns={[
          { key: 'number', header: t('sheets-number'), cell: (row) => row.number, numeric: true },
          { key: 'readers', header: t('sheets-readers'), cell: (row) => inARow(row.readers) },
          {
            key: 'state',
            header: t('state'),
            cell: (row) => (
              <StatusBadge tone={tones[row.state]}>{t(`sheets-state.${row.state}`)}</StatusBadge>
            ),
          },
        ]}
      />
    </Section>
  );
}
