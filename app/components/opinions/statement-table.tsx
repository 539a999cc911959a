import { groupName } from './group-name';
import { Percentage, Table } from '~/components/ui';
import type { Column } from '~/components/ui';
import { conversations } from '~/i18n/conversations';
import { useText } from '~/i18n/use-text';

export interface StatementRow {
  number: number;
  agrees?: number;
  disagrees?: number;
  answers?: number;
  /** The share that agrees, by group. */
  shares?: number[];
}

/** Statements with their numbers: all answers, or the share that agrees in each group. */
export function StatementTable({
  caption,
  rows,
  words,
  groups = 0,
}: {
  caption: string;
  rows: readonly StatementRow[];
  words: Record<number, string>;
  groups?: number;
}) {
  const t = useText(conversations);
  const share = (part: number | undefined, whole: number | undefined) => (
    <Percentage share={whole ? (part ?? 0) / whole : 0} />
  );
  const columns: Column<StatementRow>[] = [
    { key: 'statement', header: t('column-statement'), cell: (row) => words[row.number] ?? '' },
    ...(groups > 0
      ? Array.from({ length: groups }, (_, group): Column<StatementRow> => ({
          key: `group-${group}`,
          header: t('group', { name: groupName(group) }),
          numeric: true,
          cell: (row) => <Percentage share={row.shares?.[group] ?? 0} />,
        }))
      : (
          [
            ['agree', (row: StatementRow) => row.agrees],
            ['disagree', (row: StatementRow) => row.disagrees],
            ['pass', (row: StatementRow) => (row.answers ?? 0) - (row.agrees ?? 0) - (row.disagrees ?? 0)],
          ] as const
        ).map(([answer, part]): Column<StatementRow> => ({
          key: answer,
          header: t(`column-${answer}`),
          numeric: true,
          cell: (row) => share(part(row), row.answers),
        }))),
    ...(groups > 0
      ? []
      : [
          {
            key: 'answers',
            header: t('column-answers'),
            numeric: true,
            cell: (row: StatementRow) => row.answers ?? 0,
          },
        ]),
  ];
  return (
    <Table
      caption={caption}
      captionHidden
      columns={columns}
      rows={rows}
      rowKey={(row) => String(row.number)}
    />
  );
}
