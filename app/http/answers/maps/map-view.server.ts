import type { ReadContext } from '~/domains/context';
import { baseMap } from '~/domains/territory/index.server';
import type { DrawnAs, MapOf } from '~/domains/territory/index.server';
import type { Place } from '~/lib/geo/distance';
import { frameAround } from '~/lib/geo/frame';
import type { Tile } from '~/lib/geo/map-tiles';
import type { MapView, TileSource } from '~/lib/geo/map-view';
import { frameShown, stillPicture } from '~/lib/geo/still-picture';
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
export async function mapView(ctx: ReadContext, asked: MapOf): Promise<MapView> {
  return { ...(await baseMap(ctx, asked)), tiles: tileSource(ctx.configuration) };
}

interface Size {
  width: number;
  height: number;
}

const drawnAs = (size: Size, mostPositions: number): DrawnAs => ({
  shown: (frame) => frameShown(frame, size),
  mostPositions,
});

/** Of a phone's width: on a desk it is drawn larger. */
const wide = { width: 400, height: 320 };
/** Outlines and lines of a picture are for who has no scripts, or waits for them: some ten kilobytes, not a hundred. */
const mostOfMap = 1500;
const mostOfPlace = 400;

/** The same as a picture, with marks for places; null where nobody has said where anything is. */
export async function mapPicture<Kind>(
  ctx: ReadContext,
  asked: MapOf,
  places: readonly (Place & { kind: Kind })[],
): Promise<StillPicture<Kind> | null> {
  const base = await baseMap(ctx, asked, drawnAs(wide, mostOfMap));
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
  /** What is drawn where there are no tiles, or where they would tell of the place. */
  still: StillPicture<'place'> | null;
  /** Whether the map of the portal may be opened there. */
  onMap: boolean;
}

interface Placed {
  areaId: string;
  latitude: number | null;
  longitude: number | null;
}

/**
 * A still picture of where a matter is; null where nobody has said it as a point. Whoever has the tiles sees for which
 * place they are fetched, and from where: a matter that may not leave the house is drawn without.
 */
export async function placePicture(
  ctx: ReadContext,
  { areaId, latitude, longitude }: Placed,
  leaves: boolean,
): Promise<PlacePicture | null> {
  if (latitude === null || longitude === null) return null;
  const source = tileSource(ctx.configuration);
  const place = { latitude, longitude };
  const onMap = leaves || source === null;
  if (!source || !leaves) {
    const around = frameAround(place, metresAround);
    const base = await baseMap(ctx, { areaId, around }, drawnAs(small, mostOfPlace));
    const still = stillPicture(around, small, { ...base, places: [{ ...place, kind: 'place' as const }] });
    return { tiles: [], source: null, still, onMap };
  }
  const [{ tilesAround }, { fromWgs84 }] = await Promise.all([
    import('~/lib/geo/map-tiles'),
    import('~/lib/geo/tile-systems'),
  ]);
  const shown = fromWgs84(place, source.system);
  return { tiles: tilesAround({ ...shown, zoom, template: source.url }), source, still: null, onMap };
}
