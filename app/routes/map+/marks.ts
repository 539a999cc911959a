import type { LoaderFunctionArgs } from '@remix-run/node';
import { mattersOnMap } from '~/http/answers/maps/matters-on-map.server';
import { topicsHeader } from '~/http/cache-topics';

/** Every matter that the page of the same search has: what a map with scripts marks, beside a list in pages. */
export async function loader(args: LoaderFunctionArgs) {
  const { matters, topics } = await mattersOnMap(args);
  const marks = matters.map(({ kind, id, title, state, stage, latitude, longitude }) => ({
    ...{ kind, id, title, state, stage, latitude, longitude },
  }));
  return Response.json({ marks }, { headers: topics ? { [topicsHeader]: topics } : {} });
}
