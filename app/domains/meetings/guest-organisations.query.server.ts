import type { ReadContext } from '../context';
import { organisationChoices } from '../organisations/index.server';
import { significantDigits, trailOf } from '~/lib/division-code';

/** Organisations of the district of an area, and of the areas above: those that sit at one table. */
export async function guestOrganisations(ctx: ReadContext, areaId: string) {
  const district = areaId.slice(0, significantDigits.district);
  const above = new Set(trailOf(areaId));
  const organisations = await organisationChoices(ctx);
  return organisations
    .filter((one) => district !== '' && (one.areaId.startsWith(district) || above.has(one.areaId)))
    .map(({ id, name }) => ({ id, name }));
}
