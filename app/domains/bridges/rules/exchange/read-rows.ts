import { columns } from './columns';
import type { BulkRow } from './columns';
import { readDate } from '../open311/w3c-dates';
import { isSpoiltNumber, unguarded } from '~/lib/csv/cells';
import type { CsvReading, CsvRecord } from '~/lib/csv/read-csv';
import type { Encoding } from '~/lib/texts/decoding/decode-text';
import { plainWidth } from '~/lib/texts/plain-width';

/** What is wrong with a line: a key of the catalogue `bridges`, with what its words need. */
export interface LineFault {
  line: number;
  key: string;
  params?: Record<string, string | number>;
}

export interface NumberedRow {
  line: number;
  row: BulkRow;
  /** The category's code, where the table has a column for it beside GeoReport Bulk's own. */
  serviceCode: string;
  /** The number stood in the table with the quote that keeps a spreadsheet from changing it. */
  wasGuarded: boolean;
}

export interface ReadTable {
  encoding: Encoding;
  rows: NumberedRow[];
  faults: LineFault[];
}

export const mostRows = 1000;
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
/** Read in digits of any width, as in the forms. */
const ofDigits: ReadonlySet<string> = new Set(['lat', 'long', ...dates]);

function rowOf(cells: CsvRecord['cells']): BulkRow {
  return Object.fromEntries(
    columns.map((column) => {
      const cell = unguarded(cells[column] ?? '');
      return [column, ofDigits.has(column) ? plainWidth(cell).trim() : cell];
    }),
  ) as BulkRow;
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

/** Reads a table of orders and names each bad line; of a table whose bytes or form are wrong, nothing else is read. */
export function readRows(table: CsvReading): ReadTable {
  const { encoding } = table;
  const failed = (...faults: LineFault[]) => ({ encoding, rows: [], faults });
  if (!table.ok)
    return failed(
      ...table.faults.map(({ line, fault, detail }) => ({
        line,
        key: `csv.${fault}`,
        params: { detail, encoding, maximum: detail },
      })),
    );
  const { records } = table;
  if (records.length === 0) return failed({ line: 1, key: 'csv.no-rows' });
  const missing = required.filter((column) => !table.columns.includes(column));
  if (missing.length > 0)
    return failed(...missing.map((column) => ({ line: 1, key: 'csv.missing-column', params: { column } })));
  return { encoding, ...checked(records) };
}

function checked(records: readonly CsvRecord[]): Pick<ReadTable, 'rows' | 'faults'> {
  const rows: NumberedRow[] = [];
  const faults: LineFault[] = [];
  const seen = new Map<string, number>();
  for (const record of records) {
    const { line } = record;
    const row = rowOf(record.cells);
    const number = row.service_request_id;
    const wasGuarded = number !== (record.cells.service_request_id ?? '');
    const before = seen.get(number);
    // A number that a spreadsheet spoilt would be taken for another, new one.
    if (isSpoiltNumber(number, wasGuarded))
      faults.push({ line, key: 'csv.spoilt-number', params: { number } });
    faults.push(...faultsOf(line, row));
    if (before !== undefined) faults.push({ line, key: 'csv.twice', params: { number, line: before } });
    else if (number !== '') seen.set(number, line);
    rows.push({ line, row, serviceCode: unguarded(record.cells.service_code ?? ''), wasGuarded });
  }
  return { rows, faults };
}
