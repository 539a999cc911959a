/** The columns of GeoReport Bulk, in their order. */
export const columns = [
  'service_request_id',
  'requested_datetime',
  'updated_datetime',
  'closed_date',
  'status_description',
  'status_notes',
  'source',
  'service_name',
  'service_subtype',
  'description',
  'agency_responsible',
  'address',
  'lat',
  'long',
] as const;
export type ColumnName = (typeof columns)[number];
export type BulkRow = Record<ColumnName, string>;

const formula = /^[=+\-@\t\r]/;
const number = /^-?\d+(\.\d+)?$/;

/** A cell that no spreadsheet takes for a formula: a quote stands before what would be one; numbers stay. */
export function guarded(cell: string): string {
  return formula.test(cell) && !number.test(cell) ? `'${cell}` : cell;
}

/** The cell as it was before it was guarded. */
export function unguarded(cell: string): string {
  return cell.startsWith("'") && formula.test(cell.slice(1)) ? cell.slice(1) : cell;
}
