import { CsvError, parse } from 'csv-parse/sync';
import { columns, unguarded } from './columns';
import type { BulkRow } from './columns';
import { decodeTable } from './decode-table';
import type { Encoding } from './decode-table';
import { readDate } from '../open311/w3c-dates';

/** What is wrong with a line: a key of the catalogue `bridges`, with what its words need. */
export interface LineFault {
  line: number;
  key: string;
  params?: Record<string, string | number>;
}

export interface NumberedRow {
  line: number;
  row: BulkRow;
}

export interface ReadTable {
  encoding: Encoding;
  rows: NumberedRow[];
  faults: LineFault[];
}

export const mostRows = 1000;
/** Characters of a row with all its cells; longer ones are no table of orders. */
const longestRow = 100_000;
const required = ['service_request_id', 'status_description', 'service_name', 'description'] as const;
const limits: Partial<Record<keyof BulkRow, number>> = {
  service_request_id: 60,
  status_description: 60,
  service_name: 60,
  description: 5000,
  status_notes: 10_000,
  agency_responsible: 100,
  address: 200,
};
const dates = ['requested_datetime', 'updated_datetime', 'closed_date'] as const;

interface Parsed {
  record: Record<string, string>;
  info: { lines: number };
}

function rowOf(record: Record<string, string>): BulkRow {
  const cells = columns.map((column) => [column, unguarded((record[column] ?? '').trim())]);
  return Object.fromEntries(cells) as BulkRow;
}

const isDegree = (text: string, most: number) =>
  /^[+-]?\d{1,3}(\.\d+)?$/.test(text) && Math.abs(Number(text)) <= most;

function faultsOf(line: number, row: BulkRow): LineFault[] {
  const faults: LineFault[] = required
    .filter((column) => row[column] === '')
    .map((column) => ({ line, key: 'csv.missing', params: { column } }));
  for (const [column, maximum] of Object.entries(limits) as [keyof BulkRow, number][])
    if ([...row[column]].length > maximum)
      faults.push({ line, key: 'csv.too-long', params: { column, maximum } });
  for (const column of dates)
    if (row[column] !== '' && !readDate(row[column]))
      faults.push({ line, key: 'csv.not-a-date', params: { column } });
  const nowhere = row.lat === '' && row.long === '';
  if (!nowhere && !(isDegree(row.lat, 90) && isDegree(row.long, 180)))
    faults.push({ line, key: 'csv.not-a-place' });
  return faults;
}

function parsed(text: string): Parsed[] | LineFault {
  try {
    return parse(text, {
      columns: true,
      bom: true,
      skip_empty_lines: true,
      info: true,
      relax_column_count: false,
      to: mostRows + 1,
      max_record_size: longestRow,
    });
  } catch (error) {
    const line = error instanceof CsvError && typeof error.lines === 'number' ? error.lines : 1;
    return {
      line,
      key: 'csv.not-csv',
      params: { detail: error instanceof Error ? error.message : String(error) },
    };
  }
}

/** Reads a table of orders and names each bad line; of a table whose bytes or form are wrong, nothing else is read. */
export function readRows(bytes: Uint8Array): ReadTable {
  const decoded = decodeTable(bytes);
  const { encoding } = decoded;
  const failed = (...faults: LineFault[]) => ({ encoding, rows: [], faults });
  if (!decoded.ok)
    return failed(
      ...decoded.lines.map((line) => ({ line, key: 'csv.mixed-encoding', params: { encoding } })),
    );
  const records = parsed(decoded.text);
  if (!Array.isArray(records)) return failed(records);
  const [first] = records;
  if (!first) return failed({ line: 1, key: 'csv.no-rows' });
  if (records.length > mostRows)
    return failed({ line: mostRows + 2, key: 'csv.too-many', params: { maximum: mostRows } });
  const missing = required.filter((column) => !Object.hasOwn(first.record, column));
  if (missing.length > 0)
    return failed(...missing.map((column) => ({ line: 1, key: 'csv.missing-column', params: { column } })));
  return { encoding, ...checked(records) };
}

function checked(records: readonly Parsed[]): Pick<ReadTable, 'rows' | 'faults'> {
  const rows: NumberedRow[] = [];
  const faults: LineFault[] = [];
  const seen = new Map<string, number>();
  for (const { record, info } of records) {
    const line = info.lines;
    const row = rowOf(record);
    const number = row.service_request_id;
    const before = seen.get(number);
    faults.push(...faultsOf(line, row));
    if (before !== undefined) faults.push({ line, key: 'csv.twice', params: { number, line: before } });
    else if (number !== '') seen.set(number, line);
    rows.push({ line, row });
  }
  return { rows, faults };
}
