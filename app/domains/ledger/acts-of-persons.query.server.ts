import type { ReadContext } from '../context';

/** Events of these types that persons caused for themselves, by sequence, after one and at most so many looked at. */
export async function actsOfPersons(
  ctx: ReadContext,
  { types, after, most }: { types: readonly string[]; after: number; most: number },
): Promise<{ acts: { personId: string; at: Date }[]; last: number | null }> {
  const events = await ctx.database.read.event.findMany({
    where: { sequence: { gt: after } },
    orderBy: { sequence: 'asc' },
    take: most,
    select: { sequence: true, type: true, at: true, actorPersonId: true, actorOrganisationId: true },
  });
  const acts = events.flatMap(({ type, at, actorPersonId: personId, actorOrganisationId }) =>
    personId !== null && actorOrganisationId === null && types.includes(type) ? [{ personId, at }] : [],
  );
  return { acts, last: events.at(-1)?.sequence ?? null };
}
