import { unguarded } from './cells';
import type { Cell } from './write-csv';
import { whenUsed } from '../when-used';

const csv = whenUsed<typeof import('csv-parse/sync')>('csv-parse/sync');

/** Digits that a number of a spreadsheet keeps, and no zero in front of others. */
const number = /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,9})?$/;

/** The rows of a CSV of ours as cells: what is a number is one, and texts are as they were before they were guarded. */
export function typedRows(text: string): Cell[][] {
  const rows = csv().parse(text, { bom: true }) as unknown as string[][];
  return rows.map((row) => row.map((cell) => (number.test(cell) ? Number(cell) : unguarded(cell))));
}
