import type { LoaderFunctionArgs } from '@remix-run/node';
import { stringify } from 'csv-stringify/sync';
import { statisticsTable } from '~/domains/statistics/statistics-table.query.server';
import { contextOf } from '~/http/actor.server';
import { load } from '~/http/forms.server';

/** The numbers of the statistics page as a table, for spreadsheets. */
export async function loader(args: LoaderFunctionArgs) {
  const query = new URL(args.request.url).searchParams;
  const { columns, rows, name } = await load(args, () => statisticsTable(contextOf(args), query));
  // Names are people's words: a cell that begins like a formula must not become one.
  const csv = stringify(rows, { header: true, columns, escape_formulas: true });
  return new Response(`\ufeff${csv}`, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name}.csv"`,
    },
  });
}
