import type { LoaderFunctionArgs } from '@remix-run/node';
import { cardOfMatter } from '~/domains/insights/shared-matter.query.server';
import { nameOfPortal } from '~/domains/pages/index.server';
import { contextOf } from '~/http/actor.server';
import { cardOf, cardPicture } from '~/http/answers/sharing/share-card.server';
import { load } from '~/http/forms/forms.server';
import { findDocumentFont } from '~/platform/pdf/document-font.server';

/** The picture that goes with a link. What is hidden afterwards may be shown elsewhere for ten minutes. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = contextOf(args);
  const { kind = '', id = '' } = args.params;
  const matter = await load(args, () => cardOfMatter(ctx, kind, id));
  const { locale } = ctx;
  const portalName = nameOfPortal(await args.context.profile(), locale);
  const font = findDocumentFont(ctx.configuration.documentFont);
  const bytes = await cardPicture(cardOf(font, matter, { portalName, locale }));
  return new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': 'image/png',
      'Content-Length': String(bytes.byteLength),
      'Cache-Control': 'public, max-age=600',
      'X-Content-Type-Options': 'nosniff',
    },
  });
}
