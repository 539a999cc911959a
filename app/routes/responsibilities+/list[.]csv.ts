import type { LoaderFunctionArgs } from '@remix-run/node';
import { responsibilityRows } from '~/domains/responsibility/list.query.server';
import { listColumns } from '~/domains/responsibility/rules/read-list';
import { contextOf } from '~/http/actor.server';
import { tableResponse } from '~/http/answers/files/table-response.server';
import { load } from '~/http/forms/forms.server';

/** The lists as the import reads them: with a byte-order mark for spreadsheets, and no cell that is a formula. */
export async function loader(args: LoaderFunctionArgs) {
  const asked = new URL(args.request.url).searchParams;
  const rows = await load(args, () =>
    responsibilityRows(contextOf(args), {
      areaId: asked.get('area') || undefined,
      category: asked.get('category') || undefined,
      departmentId: asked.get('department') || undefined,
    }),
  );
  return tableResponse(args.request, 'responsibilities', [listColumns, ...rows]);
}
