import { columnsOf, doubleColumn, readCsv } from './read-csv';
import type { CsvReading } from './read-csv';

/** What a sheet may unpack to: a table of some thousand rows is a tenth of it. */
const mostUnpacked = 12 * 1024 * 1024;
const mostColumns = 200;
const magic = [0x50, 0x4b, 0x03, 0x04];

/** Whether the bytes are a workbook, or another file of its kind of archive: it never begins as text does. */
export const isWorkbook = (bytes: Uint8Array): boolean => magic.every((byte, at) => bytes[at] === byte);

/** A cell that holds what became of a formula, #REF!, which the reader would leave empty; as text it is seen. */
const errorCell = /(<(?:\w+:)?c\b[^>]*\st\s*=\s*["'])e(["'])/g;

const columnOf = (letters: string) =>
  [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0);

/** Whether each cell and row of the sheet lies where a table of ours may have one: a reader fills in all before it. */
function isWithin(sheet: string, mostRows: number): boolean {
  for (const [, letters = '', row = ''] of sheet.matchAll(/\br\s*=\s*["']([A-Z]*)(\d+)["']/gi))
    if (columnOf(letters.toUpperCase()) > mostColumns || Number(row) > mostRows) return false;
  return true;
}

/** The parts of the archive, packed anew with their true sizes; what stands against it where they are more than a table. */
async function boundedArchive(bytes: Uint8Array, mostRows: number): Promise<Uint8Array | CsvReading> {
  const { strToU8, unzipSync, zipSync } = await import('fflate');
  let left = mostUnpacked;
  const parts = unzipSync(bytes, {
    // A part is never unpacked to more than it says.
    filter: ({ name, originalSize }) => /\.(xml|rels)$/i.test(name) && (left -= originalSize) >= 0,
  });
  if (left < 0) return fault('not-csv', `> ${mostUnpacked / 1024 / 1024} MiB`);
  const decoder = new TextDecoder();
  // The header, and empty rows between.
  for (const [name, part] of Object.entries(parts)) {
    if (!/worksheets\//i.test(name)) continue;
    const sheet = decoder.decode(part);
    if (!isWithin(sheet, 2 * mostRows + 1)) return fault('too-many-rows', String(mostRows));
    parts[name] = strToU8(sheet.replaceAll(errorCell, '$1str$2'));
  }
  return zipSync(parts, { level: 0 });
}

const toSecond = (time: Date) => new Date(Math.round(time.getTime() / 1000) * 1000);

/**
 * A cell as CSV has it. A time of day keeps the clock that it was typed by: it says no zone. Digits that stand as text
 * are as they were typed, however many zeros end them, which the guard says.
 */
function textOf(cell: unknown): string {
  // A time is a fraction of a day, which is not exact.
  if (cell instanceof Date)
    return toSecond(cell)
      .toISOString()
      .replace(/(?:T00:00:00)?\.000Z$/, '');
  if (typeof cell === 'string') return /^\d{15}0+$/.test(cell) ? `'${cell}` : cell;
  return cell === null || cell === undefined ? '' : String(cell as number | boolean);
}

const fault = (given: 'not-csv' | 'too-many-rows', detail: string): CsvReading => ({
  ...{ ok: false, encoding: 'UTF-8' },
  faults: [{ line: 1, fault: given, detail }],
});

/** Rows behind the header as records by its names; lines are the rows of the sheet. */
function tableOf([names = [], ...rows]: readonly (readonly unknown[])[]): CsvReading {
  const columns = columnsOf(names.map(textOf));
  const double = doubleColumn(columns);
  if (double) return { ok: false, encoding: 'UTF-8', faults: [double] };
  const records = rows.flatMap((row, at) => {
    const cells = Object.fromEntries(columns.map((name, column) => [name, textOf(row[column]).trim()]));
    return Object.values(cells).every((cell) => cell === '') ? [] : [{ line: at + 2, cells }];
  });
  return { ok: true, encoding: 'UTF-8', columns, records };
}

/**
 * Reads a table with a header, of at most `mostRows` rows below it: text or a file of CSV as `readCsv` does, or the first
 * sheet of a workbook.
 */
export async function readTable(
  given: Uint8Array | string,
  { mostRows }: { mostRows: number },
): Promise<CsvReading> {
  if (typeof given === 'string' || !isWorkbook(given)) return readCsv(given, { mostRows });
  try {
    const archive = await boundedArchive(given, mostRows);
    if ('ok' in archive) return archive;
    const { readSheet } = await import('read-excel-file/node');
    const table = tableOf(await readSheet(Buffer.from(archive)));
    if (table.ok && table.records.length > mostRows) return fault('too-many-rows', String(mostRows));
    return table;
  } catch (error) {
    return fault('not-csv', error instanceof Error ? error.message : String(error));
  }
}
