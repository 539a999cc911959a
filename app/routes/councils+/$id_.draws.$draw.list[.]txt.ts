import type { LoaderFunctionArgs } from '@remix-run/node';
import { publishedList } from '~/domains/councils/drawing/draw-files.query.server';
import { contextOf } from '~/http/actor.server';
import { load } from '~/http/forms/forms.server';

/** The list of panels as it was published: `sha256sum` of the file is the fingerprint on the page. */
export async function loader(args: LoaderFunctionArgs) {
  const { id: councilId = '', draw = '' } = args.params;
  const text = await load(args, () => publishedList(contextOf(args), { councilId, draw }));
  return new Response(text, {
    headers: {
      'Content-Type': 'text/plain; charset=utf-8',
      'Content-Disposition': `attachment; filename="list-${draw}.txt"`,
    },
  });
}
