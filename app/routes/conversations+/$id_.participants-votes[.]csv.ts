import type { LoaderFunctionArgs } from '@remix-run/node';
import { votesFile } from '~/domains/opinions/report.query.server';
import { contextOf } from '~/http/actor.server';
import { csvOrXlsx } from '~/http/answers/files/table-response.server';
import { load } from '~/http/forms/forms.server';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = contextOf(args);
  const csv = await load(args, () => votesFile(ctx, args.params.id ?? ''));
  return csvOrXlsx({ request: args.request, locale: ctx.locale }, { name: 'participants-votes', csv });
}
