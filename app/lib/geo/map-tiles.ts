const tileSize = 256;

export interface Tile {
  url: string;
  /** Offset of the tile's corner from the middle of the picture, as CSS. */
  left: string;
  top: string;
}

/** A point in units of tiles, by the Web Mercator projection (EPSG:3857) that slippy maps use. */
function inTiles(latitude: number, longitude: number, zoom: number): { x: number; y: number } {
  const scale = 2 ** zoom;
  const radians = (Math.min(85, Math.max(-85, latitude)) * Math.PI) / 180;
  return {
    x: ((longitude + 180) / 360) * scale,
    y: ((1 - Math.asinh(Math.tan(radians)) / Math.PI) / 2) * scale,
  };
}

/**
 * The nine tiles around a point, with where each lies when the point is the middle of the picture.
 * `template` holds `{z}`, `{x}`, `{y}` and may hold `{s}`.
 */
export function tilesAround(view: {
  latitude: number;
  longitude: number;
  zoom: number;
  template: string;
}): Tile[] {
  const { zoom, template } = view;
  const point = inTiles(view.latitude, view.longitude, zoom);
  const [column, row] = [Math.floor(point.x), Math.floor(point.y)];
  const steps = [-1, 0, 1];
  return steps.flatMap((down) =>
    steps.map((right) => {
      const [x, y] = [column + right, row + down];
      const url = template
        .replace('{s}', 'abc'[(x + y) % 3] ?? 'a')
        .replace('{z}', String(zoom))
        .replace('{x}', String(x))
        .replace('{y}', String(y))
        .replace('{r}', '');
      const offset = (tile: number, at: number) => `calc(50% + ${Math.round((tile - at) * tileSize)}px)`;
      return { url, left: offset(x, point.x), top: offset(y, point.y) };
    }),
  );
}
