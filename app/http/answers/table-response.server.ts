import { csvResponse } from './csv-response';
import type { Cell } from '~/lib/csv/write-csv';
import { byteOrderMark, csvLines } from '~/lib/csv/write-csv';
import { xlsxBytes } from '~/lib/csv/write-xlsx';

const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Whether the address asks for a workbook in place of CSV: `?as=xlsx`. */
export const asksXlsx = (request: Request): boolean => new URL(request.url).searchParams.get('as') === 'xlsx';

export async function xlsxResponse(name: string, rows: readonly (readonly Cell[])[]): Promise<Response> {
  return new Response(Buffer.from(await xlsxBytes(rows)), {
    headers: {
      'Content-Type': xlsxType,
      'Content-Disposition': `attachment; filename="${name}.xlsx"`,
      'Cache-Control': 'no-store',
    },
  });
}

/** A table as a file to be saved: CSV, or a workbook where the address asks for one. */
export async function tableResponse(
  request: Request,
  name: string,
  rows: readonly (readonly Cell[])[],
): Promise<Response> {
  if (asksXlsx(request)) return xlsxResponse(name, rows);
  return csvResponse(name, byteOrderMark + csvLines(rows));
}
