import { CsvError, parse } from 'csv-parse/sync';
import { decodeText } from '../decode-text';
import type { Encoding } from '../decode-text';

export interface CsvRecord {
  /** The line of the file on which the record ends. */
  line: number;
  /** Cells by the names of the header's columns, trimmed; guards of exports are still on. */
  cells: Readonly<Record<string, string>>;
}

export type CsvFault =
  | { line: number; fault: 'not-csv'; detail: string }
  | { line: number; fault: 'mixed-encoding'; detail: Encoding };

export type CsvReading =
  | { ok: true; encoding: Encoding; columns: readonly string[]; records: readonly CsvRecord[] }
  | { ok: false; encoding: Encoding; faults: readonly CsvFault[] };

/** Excel saves “Unicode text” with tabs, and in some countries CSV with semicolons: the header tells which. */
function delimiterOf(text: string): string {
  const header = /^[^\r\n]*/.exec(text)?.[0] ?? '';
  return [',', '\t', ';'].find((sign) => header.includes(sign)) ?? ',';
}

const faultOf = (error: unknown): CsvFault => ({
  line: error instanceof CsvError && typeof error.lines === 'number' ? error.lines : 1,
  fault: 'not-csv',
  detail: error instanceof Error ? error.message : String(error),
});

/**
 * Reads a table with a header, as file (UTF-8, UTF-16 or GB18030) or as text. Empty lines are passed over. Everything
 * is read, or each line that is not in the encoding of the rest, or the first that is no CSV, is named.
 */
export function readCsv(given: Uint8Array | string): CsvReading {
  const decoded = typeof given === 'string' ? decodeText(Buffer.from(given)) : decodeText(given);
  const { encoding } = decoded;
  if (!decoded.ok)
    return {
      ok: false,
      encoding,
      faults: decoded.lines.map((line) => ({ line, fault: 'mixed-encoding', detail: encoding })),
    };
  let columns: string[] = [];
  const header = (names: string[]) => (columns = names.map((name) => name.trim()));
  try {
    const records = parse<unknown>(decoded.text, {
      columns: header,
      delimiter: delimiterOf(decoded.text),
      skip_empty_lines: true,
      info: true,
    }) as { record: Record<string, string>; info: { lines: number } }[];
    return {
      ok: true,
      encoding,
      columns,
      records: records.map(({ record, info }) => ({ line: info.lines, cells: trimmed(record) })),
    };
  } catch (error) {
    return { ok: false, encoding, faults: [faultOf(error)] };
  }
}

const trimmed = (record: Record<string, string>) =>
  Object.fromEntries(Object.entries(record).map(([name, cell]) => [name, cell.trim()]));
