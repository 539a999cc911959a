import { guarded } from './cells';
import { whenUsed } from '../when-used';

const csv = whenUsed<typeof import('csv-stringify/sync')>('csv-stringify/sync');

export type Cell = string | number | null;

/** A byte-order mark, by which Excel knows UTF-8. */
export const byteOrderMark = '\ufeff';

/**
 * The lines of a table by RFC 4180, each ended by CRLF. Texts are guarded against being taken for formulas or losing
 * digits; whoever guards a cell otherwise gives it as `{ asIs }`. Line breaks, blanks at the ends and signs that other
 * readers take for separators stand in quotes: csv-stringify leaves a lone line feed bare where records end with CRLF.
 */
export function csvLines(rows: readonly (readonly (Cell | { asIs: string })[])[]): string {
  return csv().stringify(
    rows.map((row) => row.map(written)),
    {
      record_delimiter: '\r\n',
      quoted_match: /[\r\n\t;"\u2028\u2029]|^\s|\s$/,
    },
  );
}

function written(cell: Cell | { asIs: string }): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  return typeof cell === 'string' ? guarded(cell) : cell.asIs;
}
