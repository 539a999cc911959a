import type { LoaderFunctionArgs } from '@remix-run/node';
import { publishedCommitments } from '~/domains/councils/drawing/draw-files.query.server';
import { contextOf } from '~/http/actor.server';
import { csvOrXlsx } from '~/http/answers/files/table-response.server';
import { load } from '~/http/forms/forms.server';

/** What binds the portal to the features of each number. */
export async function loader(args: LoaderFunctionArgs) {
  const { id: councilId = '', draw = '' } = args.params;
  const ctx = contextOf(args);
  const csv = await load(args, () => publishedCommitments(ctx, { councilId, draw }));
  return csvOrXlsx({ request: args.request, locale: ctx.locale }, { name: `commitments-${draw}`, csv });
}
