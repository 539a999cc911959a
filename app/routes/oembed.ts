import type { LoaderFunctionArgs } from '@remix-run/node';
import { contextOf } from '~/http/actor.server';
import { openToAll } from '~/http/api/problem-answer';
import { oembedOf } from '~/http/answers/sharing/oembed.server';
import { load } from '~/http/forms/forms.server';

/** For sites that show the portal's pages in theirs. Only JSON is spoken, which oEmbed answers with 501 to who asks for more. */
export async function loader(args: LoaderFunctionArgs) {
  const { searchParams } = new URL(args.request.url);
  const format = searchParams.get('format') ?? 'json';
  if (format !== 'json') return new Response(null, { status: 501, headers: openToAll });
  const answer = await load(args, () => oembedOf(contextOf(args), searchParams));
  return Response.json(answer, { headers: openToAll });
}
