import { csvResponse } from './csv-response';
import { asResponse } from '../refusals.server';
import { DomainError } from '~/domains/domain-error';
import type { Cell } from '~/lib/csv/write-csv';
import { byteOrderMark, csvLines } from '~/lib/csv/write-csv';
import type { XlsxCell } from '~/lib/csv/write-xlsx';
import { textIn } from '~/i18n/catalogue';
import { common } from '~/i18n/common';
import type { Locale } from '~/i18n/locale';
import { typedRows } from '~/lib/csv/typed-rows';
import { workbookInThread } from '~/platform/files/workbook-in-thread.server';

const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Whether the address asks for a workbook in place of CSV: `?as=xlsx`. */
export const asksXlsx = (request: Request): boolean => new URL(request.url).searchParams.get('as') === 'xlsx';

/**
 * So many cells a workbook holds here: it is made in memory, and takes some seconds. What is longer ends with a row that says
 * so; the CSV has all.
 */
export const mostCells = 400_000;

/** How many rows of so many columns a workbook holds, its header included. */
export const mostRowsOf = (columns: number) => Math.max(2, Math.floor(mostCells / Math.max(1, columns)));

type Rows = readonly (readonly XlsxCell[])[];

function bounded(rows: Rows, locale: Locale): Rows {
  const most = mostRowsOf(rows[0]?.length ?? 1);
  if (rows.length <= most) return rows;
  return [...rows.slice(0, most), [textIn(locale, common)('xlsx-cut', { rows: most - 1 })]];
}

/** The table as a workbook; where a locale is told, one that is too long ends with words instead. */
export async function xlsxResponse(name: string, all: Rows, locale?: Locale): Promise<Response> {
  const rows = locale ? bounded(all, locale) : all;
  return new Response(Buffer.from(await workbookInThread(rows)), {
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

/** Workbooks of public files that are written at a time; each holds its cells in memory until its turn. */
const mostAtOnce = 4;
let writing = 0;

/** Makes a workbook that anybody may ask for, unless too many are under way: whoever asks then is told to come again. */
export async function oneOfFew<Result>(locale: Locale, make: () => Promise<Result>): Promise<Result> {
  if (writing >= mostAtOnce) throw asResponse(locale, new DomainError('busy'));
  writing += 1;
  try {
    return await make();
  } finally {
    writing -= 1;
  }
}

/** The same of a table that is written as CSV already; guards of its cells come off in the workbook, which needs none. */
export async function csvOrXlsx(
  { request, locale }: { request: Request; locale: Locale },
  { name, csv, headers = {} }: { name: string; csv: string; headers?: Record<string, string> },
): Promise<Response> {
  if (!asksXlsx(request)) return csvResponse(name, csv, headers);
  const response = await oneOfFew(locale, () => xlsxResponse(name, typedRows(csv), locale));
  for (const [header, value] of Object.entries(headers)) response.headers.set(header, value);
  return response;
}
