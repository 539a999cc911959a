import type { LoaderFunctionArgs } from '@remix-run/node';
import { moderationTable } from '~/domains/moderation/index.server';
import { contextOf } from '~/http/actor.server';
import { tableResponse } from '~/http/answers/files/table-response.server';

/** The figures of moderation as a table, for spreadsheets. */
export async function loader(args: LoaderFunctionArgs) {
  const asked = new URL(args.request.url).searchParams.get('period');
  const { columns, rows, name } = await moderationTable(contextOf(args), asked);
  return tableResponse(args.request, name, [columns, ...rows]);
}
