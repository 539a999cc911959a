export interface Place {
  latitude: number;
  longitude: number;
}

const earthRadius = 6_371_000;
const radians = Math.PI / 180;

/**
 * Metres between two places, by the equirectangular approximation: within a city it is off by less than a metre in a
 * kilometre. The same both ways.
 */
export function metresBetween(a: Place, b: Place): number {
  const east = (b.longitude - a.longitude) * radians * Math.cos(((a.latitude + b.latitude) / 2) * radians);
  const north = (b.latitude - a.latitude) * radians;
  return earthRadius * Math.hypot(east, north);
}
