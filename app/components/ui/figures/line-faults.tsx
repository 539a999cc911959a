import { Notice } from '../page/notice';
import { Table } from './table';
import { hasKey } from '~/i18n/catalogue';
import type { Catalogue } from '~/i18n/catalogue';
import { useText } from '~/i18n/use-text';

export interface LineFault {
  line: number;
  /** By its key in the catalogue. */
  fault: string;
  value: string;
}

export interface LineFaultsProps<Key extends string> {
  faults: readonly LineFault[];
  /** Where the faults have their words, beside `line` and `fault`. */
  catalogue: Catalogue<Key | 'line' | 'fault'>;
  /** What is said of the lines that are wrong, by how many there are. */
  bad(count: number): string;
}

/** What is wrong with a list that was sent, line by line. */
export function LineFaults<Key extends string>({ faults, catalogue, bad }: LineFaultsProps<Key>) {
  const t = useText(catalogue);
  return (
    <div className="stack">
      <Notice kind="error">{bad(new Set(faults.map(({ line }) => line)).size)}</Notice>
      <Table
        caption={t('fault')}
        captionHidden
        rows={faults}
        rowKey={(row) => `${row.line}:${row.fault}`}
        columns={[
          { key: 'line', header: t('line'), cell: (row) => row.line, numeric: true },
          {
            key: 'fault',
            header: t('fault'),
            cell: (row) => (hasKey(catalogue, row.fault) ? t(row.fault, { value: row.value }) : row.fault),
          },
        ]}
      />
    </div>
  );
}
