import type { Context, ReadContext } from '../../context';
import { inTransaction } from '../../in-transaction.server';
import { personOf } from '../../person-of';
import { pointsOfPersons } from './own-points.query.server';

/** Of one list: more stand on none of those who wear their level. */
const mostShown = 400;

/** Turns on, or off again, that the actor's level stands beside the name on the lists of shifts. Off unless turned on. */
export async function showLevel(ctx: Context, showsLevel: boolean): Promise<void> {
  const personId = personOf(ctx);
  const columns = { showsLevel, updatedAt: ctx.clock.now() };
  await inTransaction(ctx, (ctx) =>
    ctx.prisma.volunteerProfile.upsert({
      where: { personId },
      create: { personId, ...columns },
      update: columns,
    }),
  );
}

/** Whether the person has turned it on. */
export async function showsLevel(ctx: ReadContext, personId: string): Promise<boolean> {
  const profile = await ctx.database.read.volunteerProfile.findUnique({ where: { personId } });
  return profile?.showsLevel ?? false;
}

/** The levels of those of the persons who let theirs be seen; of nobody else anything. */
export async function levelsShown(
  ctx: ReadContext,
  personIds: readonly string[],
): Promise<Map<string, number>> {
  const rows = await ctx.database.read.volunteerProfile.findMany({
    where: { showsLevel: true, personId: { in: personIds.slice(0, mostShown) } },
    select: { personId: true },
  });
  if (rows.length === 0) return new Map();
  const points = await pointsOfPersons(
    ctx,
    rows.map(({ personId }) => personId),
  );
  return new Map([...points].map(([personId, { level }]) => [personId, level]));
}
