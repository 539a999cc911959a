import type { LoaderFunctionArgs } from '@remix-run/node';
import { posterBytes } from '~/http/answers/sharing/share-poster.server';
import { cardOfMatter } from '~/domains/insights/shared-matter.query.server';
import { shownProfile } from '~/domains/pages/index.server';
import { contextOf } from '~/http/actor.server';
import { pdfResponse } from '~/http/answers/files/pdf-response';
import { load } from '~/http/forms/forms.server';

/** A poster for the stairwell. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = contextOf(args);
  const { kind = '', id = '' } = args.params;
  const profile = shownProfile(await args.context.profile(), ctx.locale);
  const bytes = await load(args, async () => posterBytes(ctx, await cardOfMatter(ctx, kind, id), profile));
  return pdfResponse(`poster-${id}`, bytes);
}
