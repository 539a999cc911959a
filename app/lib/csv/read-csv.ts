import { decodeText } from '../texts/decode-text';
import type { Encoding } from '../texts/decode-text';
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
  | { line: number; fault: 'mixed-encoding'; detail: Encoding };

export type CsvReading =
  | { ok: true; encoding: Encoding; columns: readonly string[]; records: readonly CsvRecord[] }
  | { ok: false; encoding: Encoding; faults: readonly CsvFault[] };

/** Excel saves “Unicode text” with tabs, and in some countries CSV with semicolons: the header tells which. */
function delimiterOf(text: string): string {
  const header = /^[^\r\n]*/.exec(text)?.[0] ?? '';
  return [',', '\t', ';'].find((sign) => header.includes(sign)) ?? ',';
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
 * Reads a table with a header, as file (UTF-8, UTF-16 or GB18030) or as text, of at most `mostRows` rows below it. Empty
 * lines are passed over. Everything is read, or each line that is not in the encoding of the rest, or the first that is
 * no CSV or too much, is named; what comes behind that is not looked at.
 */
export function readCsv(given: Uint8Array | string, { mostRows }: { mostRows: number }): CsvReading {
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
    const records = csv().parse<unknown>(decoded.text, {
      columns: header,
      delimiter: delimiterOf(decoded.text),
      skip_empty_lines: true,
      info: true,
      max_record_size: longestRow,
      // One more, so that it is seen where there are too many.
      to: mostRows + 1,
    }) as { record: Record<string, string>; info: { lines: number } }[];
    const beyond = records[mostRows];
    if (beyond) {
      const fault = { line: beyond.info.lines, fault: 'too-many-rows', detail: String(mostRows) } as const;
      return { ok: false, encoding, faults: [fault] };
    }
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
