import type { ReadContext } from '../../context';
import { communityOf, householdText } from './household-key.server';
import { isSameHome } from '~/lib/geo/same-home';
import { within } from '~/platform/db/lists/area-scope';

/** Who lives in the community already, by their names. */
export interface AtTheAddress {
  /** In the household that the request would join. */
  same: string[];
  /** In one that is written otherwise and may be the same: two households have two votes. */
  likely: string[];
}

const atOnce = 400;
/** A community has some thousand people. */
const mostPeople = 20_000;

const columns = {
  ...{ id: true, displayName: true, householdKey: true },
  verifications: {
    where: { state: 'confirmed' },
    orderBy: { decidedAt: 'desc' },
    take: 1,
    select: { sealedAddress: true },
  },
} as const;

async function* residentsOf(ctx: ReadContext, areaId: string, personId: string) {
  let after = '';
  for (let seen = 0; seen < mostPeople; seen += atOnce) {
    const people = await ctx.database.read.person.findMany({
      where: {
        ...{ residenceAreaId: within(areaId), suspendedAt: null, erasedAt: null },
        id: { gt: after, not: personId },
      },
      orderBy: { id: 'asc' },
      take: atOnce,
      select: columns,
    });
    yield* people;
    const last = people.at(-1);
    if (people.length < atOnce || !last) return;
    after = last.id;
  }
}

/**
 * Who has confirmed a home in the community at this address, however both are written. Their addresses are compared and
 * told to nobody.
 */
export async function atTheAddress(
  ctx: ReadContext,
  request: { personId: string; areaId: string; address: string },
): Promise<AtTheAddress> {
  const { personId, areaId, address } = request;
  const keys = new Set(ctx.keys.hashes(householdText(areaId, address)));
  const found: AtTheAddress = { same: [], likely: [] };
  for await (const { displayName, householdKey, verifications } of residentsOf(
    ctx,
    communityOf(areaId),
    personId,
  )) {
    const [confirmed] = verifications;
    if (householdKey !== null && keys.has(householdKey)) found.same.push(displayName);
    else if (confirmed?.sealedAddress && isSameHome(ctx.keys.open(confirmed.sealedAddress), address))
      found.likely.push(displayName);
  }
  return found;
}
