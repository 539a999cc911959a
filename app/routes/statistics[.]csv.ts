import type { LoaderFunctionArgs } from '@remix-run/node';
import { statisticsTable } from '~/domains/statistics/statistics-table.query.server';
import { contextOf } from '~/http/actor.server';
import { tableResponse } from '~/http/answers/files/table-response.server';
import { load } from '~/http/forms/forms.server';

/** The numbers of the statistics page as a table, for spreadsheets. */
export async function loader(args: LoaderFunctionArgs) {
  const query = new URL(args.request.url).searchParams;
  const { columns, rows, name } = await load(args, () => statisticsTable(contextOf(args), query));
  return tableResponse(args.request, name, [columns, ...rows]);
}
