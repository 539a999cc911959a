import type { LoaderFunctionArgs } from '@remix-run/node';
import { publishedQuotas } from '~/domains/councils/drawing/draw-files.query.server';
import { contextOf } from '~/http/actor.server';
import { csvOrXlsx } from '~/http/answers/files/table-response.server';
import { load } from '~/http/forms/forms.server';

/** The quotas to which each panel of the list keeps; those of a replacement for auditors. */
export async function loader(args: LoaderFunctionArgs) {
  const { id: councilId = '', draw = '' } = args.params;
  const ctx = contextOf(args);
  const csv = await load(args, () => publishedQuotas(ctx, { councilId, draw }));
  // Those of a replacement are for auditors, and for nobody on the way.
  const headers = { 'Cache-Control': 'private, no-store' };
  return csvOrXlsx({ request: args.request, locale: ctx.locale }, { name: `quotas-${draw}`, csv, headers });
}
