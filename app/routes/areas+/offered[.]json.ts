import type { LoaderFunctionArgs } from '@remix-run/node';
import { areasOffered } from '~/domains/territory/index.server';
import { contextOf } from '~/http/actor.server';

const mostInScope = 50;
const mostRecent = 5;
const code = /^\d{4,15}$/;

function codes(text: string | null, most: number): string[] {
  return (text ?? '')
    .slice(0, 1000)
    .split(',')
    .filter((id) => code.test(id))
    .slice(0, most);
}

/** What a combobox for an area shows: what the words name, or the levels around what is chosen. */
export async function loader(args: LoaderFunctionArgs) {
  const asked = new URL(args.request.url).searchParams;
  const offered = await areasOffered(contextOf(args), {
    query: asked.get('q') ?? '',
    under: codes(asked.get('under'), 1)[0],
    scope: codes(asked.get('scope'), mostInScope),
    recent: codes(asked.get('recent'), mostRecent),
  });
  return Response.json(offered);
}
