import { z } from 'zod';
import { numberField } from '~/lib/numbers/number-field';

/** Where a matter is: in words, and as a point of the device's coordinates (WGS-84). */
export const placeFields = {
  place: z.string().trim().max(100).default(''),
  latitude: numberField(z.number().min(-90).max(90).optional()),
  longitude: numberField(z.number().min(-180).max(180).optional()),
};

/** One coordinate alone is no point: the fault stands at the field that is empty. */
export function bothOrNone(
  { latitude, longitude }: { latitude?: number | undefined; longitude?: number | undefined },
  faults: z.core.$RefinementCtx,
): void {
  if ((latitude === undefined) === (longitude === undefined)) return;
  const path = [latitude === undefined ? 'latitude' : 'longitude'];
  faults.addIssue({ code: 'custom', message: 'both-coordinates', path });
}
