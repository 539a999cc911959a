import type { Place } from '~/lib/geo/distance';

/** Why the device does not say where it is; the words are `here-<why>`. */
export type Nowhere = 'denied' | 'unavailable' | 'slow';

const patience = 15_000;
const denied = 1;
const slow = 3;

/** Asks the device where it is: the place, or why it is not known. */
export function whereAmI(): Promise<Place | Nowhere> {
  // Only over https does the browser have it.
  const devices: Geolocation | undefined = navigator.geolocation;
  if (!devices) return Promise.resolve('unavailable');
  return new Promise((resolve) => {
    devices.getCurrentPosition(
      ({ coords }) => resolve({ latitude: coords.latitude, longitude: coords.longitude }),
      ({ code }) => resolve(code === denied ? 'denied' : code === slow ? 'slow' : 'unavailable'),
      { timeout: patience, enableHighAccuracy: true },
    );
  });
}
