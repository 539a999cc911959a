import { askKeptThread } from '../threads/kept-thread.server';
import { xlsxBytes } from '~/lib/csv/write-xlsx';
import type { XlsxCell } from '~/lib/csv/write-xlsx';

/** A workbook of some ten thousand rows takes seconds: it is written beside the site, one after the other. */
export function workbookInThread(rows: readonly (readonly XlsxCell[])[]): Promise<Uint8Array> {
  return askKeptThread('write-workbook', rows, () => xlsxBytes(rows));
}
