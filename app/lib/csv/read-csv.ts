import { decodeText } from '../texts/decoding/decode-text';
import type { Encoding } from '../texts/decoding/decode-text';
import { whenUsed } from '../when-used';

const csv = whenUsed<typeof import('csv-parse/sync')>('csv-parse/sync');

export interface CsvRecord {
  /** The line of the file on which the record ends. */
  line: number;
  /** Cells by the names of the header's columns, trimmed; guards of exports are still on. */
  cells: Readonly<Record<string, string>>;
}

export type CsvFault =
  | { line: number; fault: 'not-csv'; detail: string }
  /** `detail`: how many rows, or characters in one row, there may be. */
  | { line: number; fault: 'too-many-rows' | 'too-long-row'; detail: string }
  /** `detail`: what several columns are called; cells of all but the last would be lost without a word. */
  | { line: number; fault: 'double-column'; detail: string }
  | { line: number; fault: 'mixed-encoding'; detail: Encoding };

export type CsvReading =
  | { ok: true; encoding: Encoding; columns: readonly string[]; records: readonly CsvRecord[] }
  | { ok: false; encoding: Encoding; faults: readonly CsvFault[] };

const delimiters = [',', '\t', ';'];

interface Layout {
  text: string;
  delimiter: string;
}

/**
 * Excel saves “Unicode text” with tabs, and in some countries CSV with semicolons: the sign that stands most often
 * between the names of the header. Some programs say it themselves in a line before, which is left empty here, so that
 * the others keep their numbers.
 */
function layoutOf(decoded: string): Layout {
  const said = /^sep=([,;\t])[ \t,;]*(?=\r|\n)/i.exec(decoded);
  if (said) return { text: decoded.slice(said[0].length), delimiter: said[1] ?? ',' };
  const header = (/^.*[^\s,;].*$/m.exec(decoded)?.[0] ?? '').replaceAll(/"(?:[^"]|"")*"?/g, '');
  const [most] = delimiters
    .map((sign) => ({ sign, count: header.split(sign).length }))
    .sort((one, other) => other.count - one.count);
  return { text: decoded, delimiter: most?.sign ?? ',' };
}

const asWritten = (written: string) => written.replaceAll('\ufeff', '').trim();
/** Offices spread short words over the width of their column: 姓　名 is 姓名. */
const columnName = (written: string) =>
  asWritten(written).replaceAll(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '');

/** The columns of a table by what stands in its header, of a file or of a workbook. */
export const columnsOf = (names: readonly string[], ownNames = false): string[] =>
  names.map(ownNames ? asWritten : columnName);

/** The fault of a table of which two columns are called alike; null where there is none. */
export function doubleColumn(columns: readonly string[]): CsvFault | null {
  const double = columns.find((name, at) => name !== '' && columns.indexOf(name) !== at);
  return double === undefined ? null : { line: 1, fault: 'double-column', detail: double };
}

export interface CsvBounds {
  mostRows: number;
  /** The columns bear names that people chose, such as the features of a draw: they stand as they are written. */
  ownNames?: boolean;
}

/** What people choose in place of the table that they saved from it, by how it begins. */
const otherFiles: [string, RegExp][] = [
  ['Excel (.xlsx)', /^PK\x03\x04/],
  ['Excel (.xls)', /^\xd0\xcf\x11\xe0/],
  ['PDF', /^%PDF-/],
  ['PNG', /^\x89PNG/],
  ['JPEG', /^\xff\xd8\xff/],
  ['HTML', /^\s*<(?:!doctype|html|table|\?xml)/i],
];

function otherFile(bytes: Uint8Array): string | null {
  const start = Buffer.from(bytes.subarray(0, 64)).toString('latin1');
  return otherFiles.find(([, begins]) => begins.test(start))?.[0] ?? null;
}

/** The longest row of orders holds a description and notes, 15,000 characters together. */
const longestRow = 100_000;

function faultOf(error: unknown): CsvFault {
  const { CsvError } = csv();
  const line = error instanceof CsvError && typeof error.lines === 'number' ? error.lines : 1;
  if (error instanceof CsvError && error.code === 'CSV_MAX_RECORD_SIZE')
    return { line, fault: 'too-long-row', detail: String(longestRow) };
  return { line, fault: 'not-csv', detail: error instanceof Error ? error.message : String(error) };
}

/**
 * Reads a table with a header, as file (UTF-8, UTF-16 or GB18030) or as text, of at most `mostRows` rows below it. Lines
 * without a word are passed over: spreadsheets save rows that were emptied as commas. Everything is read, or each line
 * that is not in the encoding of the rest, or the first that is no CSV or too much, is named; what comes behind that is
 * not looked at.
 */
export function readCsv(given: Uint8Array | string, bounds: CsvBounds): CsvReading {
  const bytes = typeof given === 'string' ? Buffer.from(given) : given;
  const other = otherFile(bytes);
  if (other !== null)
    return { ok: false, encoding: 'UTF-8', faults: [{ line: 1, fault: 'not-csv', detail: other }] };
  const decoded = decodeText(bytes);
  const { encoding } = decoded;
  if (!decoded.ok)
    return {
      ok: false,
      encoding,
      faults: decoded.lines.map((line) => ({ line, fault: 'mixed-encoding', detail: encoding })),
    };
  const read = readRecords(layoutOf(decoded.text), bounds);
  return 'fault' in read ? { ok: false, encoding, faults: [read] } : { ok: true, encoding, ...read };
}

function readRecords(
  { text, delimiter }: Layout,
  { mostRows, ownNames }: CsvBounds,
): { columns: string[]; records: CsvRecord[] } | CsvFault {
  let columns: string[] = [];
  const header = (names: string[]) => (columns = columnsOf(names, ownNames));
  try {
    const records = csv().parse<unknown>(text, {
      columns: header,
      delimiter,
      // The first line may end otherwise than the rest: programs set one before it, and people paste some behind.
      record_delimiter: text.includes('\n') ? ['\r\n', '\n'] : ['\r'],
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      info: true,
      max_record_size: longestRow,
      // One more, so that it is seen where there are too many.
      to: mostRows + 1,
    }) as { record: Record<string, string>; info: { lines: number } }[];
    const double = doubleColumn(columns);
    if (double) return double;
    const beyond = records[mostRows];
    if (beyond) return { line: beyond.info.lines, fault: 'too-many-rows', detail: String(mostRows) };
    return {
      columns,
      records: records.map(({ record, info }) => ({ line: info.lines, cells: trimmed(record) })),
    };
  } catch (error) {
    return faultOf(error);
  }
}

/** The names of `names` that the columns have; where there are several, nobody knows which was meant. */
export const columnsNamed = (columns: readonly string[], names: readonly string[]): string[] =>
  names.filter((name) => columns.includes(name));

const trimmed = (record: Record<string, string>) =>
  Object.fromEntries(Object.entries(record).map(([name, cell]) => [name, cell.trim()]));
