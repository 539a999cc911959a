import type { LoaderFunctionArgs } from '@remix-run/node';
import { mapView } from '~/http/answers/maps/map-view.server';
import { mapAsked } from '~/http/answers/maps/map-asked';
import { topicsHeader } from '~/http/cache-topics';
import { contextOf } from '~/http/actor.server';
import { frameAround } from '~/lib/geo/frame';

const metresAround = 3000;

/** What a map with scripts is drawn of: outlines, lines and where its tiles are. */
export async function loader(args: LoaderFunctionArgs) {
  const { areaId, near } = mapAsked(new URL(args.request.url).searchParams, { kinds: [], categories: [] });
  const around = near ? frameAround(near, metresAround) : null;
  // Where somebody stands is nobody else's map.
  const headers: HeadersInit = near ? {} : { [topicsHeader]: 'areas' };
  return Response.json(await mapView(contextOf(args), { areaId, around }), { headers });
}
