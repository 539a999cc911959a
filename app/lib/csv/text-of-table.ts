import { isWorkbook, readTable } from './read-xlsx';
import { csvLines } from './write-csv';
import { decodeText } from '../texts/decoding/decode-text';

/** A table that was sent as a file, as text to be looked at and sent again; a workbook as CSV. Nothing of what cannot be read. */
export async function textOfTable(bytes: Uint8Array, bounds: { mostRows: number }): Promise<string> {
  if (!isWorkbook(bytes)) {
    const decoded = decodeText(bytes);
    return decoded.ok ? decoded.text : '';
  }
  const reading = await readTable(bytes, bounds);
  if (!reading.ok) return '';
  const { columns, records } = reading;
  const exact = (cell: string | undefined) => ({ asIs: cell ?? '' });
  return csvLines([
    columns.map(exact),
    ...records.map(({ cells }) => columns.map((name) => exact(cells[name]))),
  ]);
}
