import type { LoaderFunctionArgs } from '@remix-run/node';
import { publishedMinutes } from '~/domains/meetings/meeting.query.server';
import { contextOf } from '~/http/actor.server';
import { load } from '~/http/forms/forms.server';

/** The minutes as they were published, byte for byte: `sha256sum` of the file is the fingerprint on the page. */
export async function loader(args: LoaderFunctionArgs) {
  const id = args.params.id ?? '';
  const text = await load(args, () => publishedMinutes(contextOf(args), id));
  return new Response(text, {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': `attachment; filename="minutes-${id}.json"`,
    },
  });
}
