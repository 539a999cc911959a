import type { TransactionContext } from '../../context';
import { significantDigits } from '~/lib/geo/division-code';
import { plainPlace } from '~/lib/geo/plain-place';
import type { Hashing } from '~/platform/keys/hashing.server';

/** The community of a place: who chose its grid lives in the same one. */
export const communityOf = (areaId: string) => areaId.slice(0, significantDigits.community);

/** What is hashed of the household at an address of a community. */
export const householdText = (areaId: string, address: string) =>
  `household:${communityOf(areaId)}:${plainPlace(address)}`;

/**
 * Under which the household at an address of a community lies: equality without the address. Who lives there already has
 * it, by whichever key that was hashed. `hashing` is held, so that it stays so until this is written.
 */
export async function householdKeyOf(
  ctx: TransactionContext,
  hashing: Hashing,
  { areaId, address }: { areaId: string; address: string },
): Promise<string> {
  const [own, ...older] = hashing.hashes(householdText(areaId, address));
  if (older.length === 0) return own;
  const there = await ctx.prisma.person.findFirst({
    where: { householdKey: { in: [own, ...older] } },
    orderBy: { id: 'asc' },
    select: { householdKey: true },
  });
  return there?.householdKey ?? own;
}
