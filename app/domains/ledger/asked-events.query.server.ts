import type { ReadContext } from '../context';

/** What happened about which thing; null where the event is no longer kept. */
export function eventById(ctx: ReadContext, id: string) {
  return ctx.database.read.event.findUnique({
    where: { id },
    select: { type: true, subjectKind: true, subjectId: true, publicData: true },
  });
}

/** Whether the actor has, since then, done what the type names to a thing. */
export async function hasDone(
  ctx: ReadContext,
  {
    type,
    subjectKind,
    subjectId,
    since,
  }: { type: string; subjectKind: string; subjectId: string; since: Date },
): Promise<boolean> {
  if (ctx.actor.kind !== 'person') return false;
  const done = await ctx.database.read.event.count({
    where: { type, subjectKind, subjectId, actorPersonId: ctx.actor.personId, at: { gt: since } },
  });
  return done > 0;
}

/** Whether the actor has, since then, read what is private of a person: each reading is on record. */
export async function hasReadPrivately(
  ctx: ReadContext,
  { personId, since }: { personId: string; since: Date },
): Promise<boolean> {
  if (ctx.actor.kind !== 'person') return false;
  const read = await ctx.database.read.event.count({
    where: {
      ...{ type: 'private.read', subjectKind: 'person', subjectId: personId },
      actorPersonId: ctx.actor.personId,
      at: { gte: since },
    },
  });
  return read > 0;
}
