import type { ReadContext } from '../../context';
import { isSameHome } from '~/lib/geo/same-home';

export interface StatedHome {
  personId: string;
  /** As somebody else writes it. */
  place: string;
}

const atOnce = 400;

/** The addresses that were confirmed last, by person; of who has moved since without one none. */
async function confirmedAddresses(ctx: ReadContext, personIds: readonly string[]) {
  const rows = await ctx.database.read.residenceVerification.findMany({
    where: { personId: { in: [...personIds] }, state: 'confirmed' },
    orderBy: { decidedAt: 'asc' },
    select: { personId: true, sealedAddress: true },
  });
  return new Map(rows.map(({ personId, sealedAddress }) => [personId, sealedAddress]));
}

/**
 * Which of these statements name the home that was confirmed for the person. No address leaves here: nobody reads one, it
 * is only said whether it is the same.
 */
export async function livingThere(ctx: ReadContext, stated: readonly StatedHome[]): Promise<StatedHome[]> {
  const found: StatedHome[] = [];
  for (let at = 0; at < stated.length; at += atOnce) {
    const some = stated.slice(at, at + atOnce);
    const sealed = await confirmedAddresses(ctx, [...new Set(some.map(({ personId }) => personId))]);
    found.push(
      ...some.filter(({ personId, place }) => {
        const address = sealed.get(personId);
        return Boolean(address) && isSameHome(ctx.keys.open(address ?? ''), place);
      }),
    );
  }
  return found;
}
