import gcoord from 'gcoord';
import { wgs84 } from './coordinate-systems';
import type { CoordinateSystem } from './coordinate-systems';
import type { Place } from './distance';

const known = { 'wgs-84': gcoord.WGS84, 'gcj-02': gcoord.GCJ02, 'bd-09': gcoord.BD09 } as const;

/** Where a place of the device (WGS-84) lies on maps of another system. Outside of China they agree. */
export function fromWgs84({ latitude, longitude }: Place, system: CoordinateSystem): Place {
  if (system === wgs84) return { latitude, longitude };
  // It changes the array that it is given: nobody else has this one.
  const [x, y] = gcoord.transform([longitude, latitude], gcoord.WGS84, known[system]);
  return { latitude: y, longitude: x };
}

/** More than it takes: each round leaves about a thousandth of what was wrong. */
const mostRounds = 10;
/** Some tenth of a millimetre. */
const near = 1e-9;

/**
 * The other way round, by asking again and again what lies there. Not by gcoord's own, which comes within 30 cm and, on the
 * edge of the frame that it takes for China, goes round for ever.
 */
export function toWgs84(shown: Place, system: CoordinateSystem): Place {
  let { latitude, longitude } = shown;
  if (system === wgs84) return { latitude, longitude };
  for (let round = 0; round < mostRounds; round += 1) {
    const there = fromWgs84({ latitude, longitude }, system);
    const [up, right] = [there.latitude - shown.latitude, there.longitude - shown.longitude];
    latitude -= up;
    longitude -= right;
    if (Math.abs(up) < near && Math.abs(right) < near) break;
  }
  return { latitude, longitude };
}
