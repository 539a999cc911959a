import type { ReadContext } from '../../context';
import { significantDigits } from '~/lib/geo/division-code';
import { plainPlace } from '~/lib/geo/plain-place';

/** The community of a place: who chose its grid lives in the same one. */
export const communityOf = (areaId: string) => areaId.slice(0, significantDigits.community);

/** Under which the household at an address of a community lies: equality without the address. */
export function householdKeyOf(ctx: ReadContext, areaId: string, address: string): string {
  const home = `household:${communityOf(areaId)}:${plainPlace(address)}`;
  return ctx.keys.hash(home);
}
