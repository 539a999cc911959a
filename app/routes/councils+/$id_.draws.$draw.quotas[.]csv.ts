import type { LoaderFunctionArgs } from '@remix-run/node';
import { publishedQuotas } from '~/domains/councils/draw-files.query.server';
import { contextOf } from '~/http/actor.server';
import { csvResponse } from '~/http/answers/csv-response';
import { load } from '~/http/forms/forms.server';

/** The quotas to which each panel of the list keeps; those of a replacement for auditors. */
export async function loader(args: LoaderFunctionArgs) {
  const { id: councilId = '', draw = '' } = args.params;
  const quotas = await load(args, () => publishedQuotas(contextOf(args), { councilId, draw }));
  // Those of a replacement are for auditors, and for nobody on the way.
  return csvResponse(`quotas-${draw}`, quotas, { 'Cache-Control': 'private, no-store' });
}
