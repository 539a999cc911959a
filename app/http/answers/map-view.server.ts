import type { ReadContext } from '~/domains/context';
import { baseMap } from '~/domains/territory/index.server';
import type { BaseMap } from '~/domains/territory/index.server';
import type { Place } from '~/lib/geo/distance';
import { frameAround } from '~/lib/geo/frame';
import type { Frame } from '~/lib/geo/frame';
import type { Tile } from '~/lib/geo/map-tiles';
import type { MapView, TileSource } from '~/lib/geo/map-view';
import { stillPicture } from '~/lib/geo/still-picture';
import type { StillPicture } from '~/lib/geo/still-picture';
import type { Configuration } from '~/platform/configuration.server';

/** An address at the end of what is said of the tiles is where more is told. */
function tileSource(configuration: Configuration): TileSource | null {
  const { mapTilesUrl, mapTilesAttribution, mapTilesCoordinates } = configuration;
  if (mapTilesUrl === '') return null;
  const [, words = mapTilesAttribution, link = ''] =
    /^(.*?)\s+(https?:\/\/\S+)$/.exec(mapTilesAttribution) ?? [];
  return { url: mapTilesUrl, words, link, system: mapTilesCoordinates };
}

/** What a map of an area, or around some places, is drawn of in a browser with scripts. */
export async function mapView(
  ctx: ReadContext,
  asked: { areaId?: string | undefined; around?: Frame | null },
): Promise<MapView> {
  return { ...(await baseMap(ctx, asked)), tiles: tileSource(ctx.configuration) };
}

/** Of a phone's width: on a desk it is drawn larger. */
const wide = { width: 400, height: 320 };

/** The same as a picture, with marks for places; null where nobody has said where anything is. */
export function mapPicture<Kind>(
  base: BaseMap,
  places: readonly (Place & { kind: Kind })[],
): StillPicture<Kind> | null {
  return base.frame && stillPicture(base.frame, wide, { ...base, places });
}

const zoom = 16;
/** Around one place as much is shown as finds it. */
const metresAround = 600;
const small = { width: 400, height: 180 };

export interface PlacePicture {
  /** The nine tiles around it; none where the portal has no tiles. */
  tiles: Tile[];
  source: Pick<TileSource, 'words' | 'link'> | null;
  /** What is drawn where there are no tiles. */
  still: StillPicture<'place'> | null;
}

/** A still picture of where a matter is; null where nobody has said it as a point. */
export async function placePicture(
  ctx: ReadContext,
  { areaId, latitude, longitude }: { areaId: string; latitude: number | null; longitude: number | null },
): Promise<PlacePicture | null> {
  if (latitude === null || longitude === null) return null;
  const source = tileSource(ctx.configuration);
  const place = { latitude, longitude };
  if (!source) {
    const around = frameAround(place, metresAround);
    const base = await baseMap(ctx, { areaId, around });
    return {
      tiles: [],
      source,
      still: stillPicture(around, small, { ...base, places: [{ ...place, kind: 'place' }] }),
    };
  }
  const [{ tilesAround }, { fromWgs84 }] = await Promise.all([
    import('~/lib/geo/map-tiles'),
    import('~/lib/geo/tile-systems'),
  ]);
  const shown = fromWgs84(place, source.system);
  return { tiles: tilesAround({ ...shown, zoom, template: source.url }), source, still: null };
}
