import type { LoaderFunctionArgs } from '@remix-run/node';
import { stringify } from 'csv-stringify/sync';
import { statisticsTable } from '~/domains/statistics/statistics-table.query.server';
import { contextOf } from '~/http/actor.server';
import { csvResponse } from '~/http/csv-response';
import { load } from '~/http/forms.server';

/** The numbers of the statistics page as a table, for spreadsheets. */
export async function loader(args: LoaderFunctionArgs) {
  const query = new URL(args.request.url).searchParams;
  const { columns, rows, name } = await load(args, () => statisticsTable(contextOf(args), query));
  // Names are people's words: a cell that begins like a formula must not become one.
  const csv = stringify(rows, { header: true, columns, escape_formulas: true });
  return csvResponse(name, `\ufeff${csv}`);
}
