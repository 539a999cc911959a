import type { LoaderFunctionArgs } from '@remix-run/node';
import { areasOffered } from '~/domains/territory/index.server';
import { contextOf } from '~/http/actor.server';
import { areaIdsIn } from '~/lib/geo/division-code';

const mostInScope = 50;
const mostRecent = 5;

/** What a combobox for an area shows: what the words name, or the levels around what is chosen. */
export async function loader(args: LoaderFunctionArgs) {
  const asked = new URL(args.request.url).searchParams;
  const offered = await areasOffered(contextOf(args), {
    query: asked.get('q') ?? '',
    under: areaIdsIn(asked.get('under'), 1)[0],
    scope: areaIdsIn(asked.get('scope'), mostInScope),
    recent: areaIdsIn(asked.get('recent'), mostRecent),
  });
  return Response.json(offered);
}
