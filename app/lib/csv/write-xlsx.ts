import type { Cell } from './write-csv';
import { cutText } from '../texts/cut-text';

/** What a spreadsheet holds at most: rows of a sheet, and characters of a cell. */
const mostRows = 1_048_576;
const longestCell = 32_767;

/** A day, or what the clock on a wall shows (`2026-11-24T14:30:00`): a spreadsheet knows no zones. */
export interface TimeCell {
  time: string;
}
export type XlsxCell = Cell | TimeCell;

/** A spreadsheet's days begin in 1900; earlier ones stay texts. */
const countedTime = /^(?:19|[2-9]\d)\d\d-\d\d-\d\d(?:T\d\d:\d\d:\d\d)?$/;

/** Characters that no XML may hold; a file with one of them does not open. */
const notInXml = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/**
 * A text as a cell holds it. write-excel-file 4.1.1 keeps the texts that it has met as keys of a plain object, where
 * `constructor` and the like stand from the beginning: such a word is handed over with a character behind it that no XML
 * may hold, which the library takes out when it writes the text.
 */
function textOf(cell: string): string {
  const clean = cell
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replaceAll('\r\n', '\n')
    .replace(notInXml, '');
  if (clean in Object.prototype) return `${clean}\u0000`;
  return clean.length > longestCell ? `${cutText(clean, longestCell - 1)}…` : clean;
}

function timeOf({ time }: TimeCell) {
  if (!countedTime.test(time)) return { value: textOf(time), type: String, format: '@' };
  const isDay = time.length === 10;
  const value = new Date(isDay ? `${time}T00:00:00Z` : `${time}Z`);
  return { value, type: Date, format: isDay ? 'yyyy-mm-dd' : 'yyyy-mm-dd hh:mm:ss' };
}

/**
 * A table as a workbook with one sheet. Numbers and times are such. Texts are cells of text: a number of 18 digits stays as it is, and nothing is
 * taken for a formula, a day or a power of ten, so that no cell needs a guard.
 */
export async function xlsxBytes(rows: readonly (readonly XlsxCell[])[]): Promise<Uint8Array> {
  if (rows.length > mostRows) throw new Error(`A sheet holds ${mostRows} rows, not ${rows.length}`);
  const sheet = rows.map((row) =>
    row.map((cell) => {
      if (cell === null || cell === '') return null;
      if (typeof cell === 'object') return timeOf(cell);
      return typeof cell === 'number'
        ? { value: cell, type: Number }
        : { value: textOf(cell), type: String, format: '@' };
    }),
  );
  const { default: writeXlsxFile } = await import('write-excel-file/node');
  return writeXlsxFile(sheet).toBuffer();
}
