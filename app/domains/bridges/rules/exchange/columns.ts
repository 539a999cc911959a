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

/** What the column `source` says of orders that carry no other system's number. */
export const sourceOfOwn = 'Gongzhi';
