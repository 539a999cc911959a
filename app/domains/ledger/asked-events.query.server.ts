import type { ReadContext } from '../context';
import { within } from '~/platform/db/lists/area-scope';
import { idsBetween } from '~/platform/ids';

/** What happened about which thing; those that are no longer kept are left out. */
export function eventsById(ctx: ReadContext, ids: readonly string[]) {
  return ctx.database.read.event.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, type: true, subjectKind: true, subjectId: true, publicData: true },
  });
}

/** An event whole, with what it keeps privately: for those who tell of it. Null where it is no longer kept. */
export function eventById(ctx: ReadContext, id: string) {
  return ctx.database.read.event.findUnique({ where: { id } });
}

/** A part of the public events of these types between two instants, both included, within an area; the oldest first. */
export function publicEventsBetween(
  ctx: ReadContext,
  asked: { types: readonly string[]; areaId: string | null; from: Date; to: Date },
  part: { skip: number; take: number },
) {
  const { types, areaId, from, to } = asked;
  return ctx.database.read.event.findMany({
    where: {
      id: idsBetween(from, to),
      at: { gte: from, lte: to },
      type: { in: [...types] },
      isPublic: true,
      ...(areaId === null ? {} : { areaId: within(areaId) }),
    },
    orderBy: { sequence: 'asc' },
    ...part,
  });
}

/** What was done to a thing of these types, whether public or not, with who did it; the newest first, at most so many. */
export function actsOn(
  ctx: ReadContext,
  about: { types: readonly string[]; subjectKind: string; subjectId: string },
  most: number,
) {
  const { types, ...subject } = about;
  return ctx.database.read.event.findMany({
    where: { type: { in: [...types] }, ...subject },
    orderBy: { sequence: 'desc' },
    take: most,
    select: { id: true, type: true, at: true, actorPersonId: true, privateData: true },
  });
}

/** The type of the last public event, up to an instant, among these types about any of the things; null where there is none. */
export async function lastPublicTypeOf(
  ctx: ReadContext,
  subjects: readonly { subjectKind: string; subjectId: string }[],
  { types, until }: { types: readonly string[]; until: Date },
): Promise<string | null> {
  const event = await ctx.database.read.event.findFirst({
    where: { OR: [...subjects], type: { in: [...types] }, isPublic: true, at: { lte: until } },
    orderBy: { sequence: 'desc' },
    select: { type: true },
  });
  return event?.type ?? null;
}

/** The newest public event of a type about a thing: under its id stands the proof that the public log has it. */
export async function publicEventOf(
  ctx: ReadContext,
  about: { type: string; subjectKind: string; subjectId: string },
): Promise<string | null> {
  const event = await ctx.database.read.event.findFirst({
    where: { ...about, isPublic: true },
    orderBy: { sequence: 'desc' },
    select: { id: true },
  });
  return event?.id ?? null;
}

/** What all events of a type about a thing keep privately, as it is written, oldest first. */
export async function privateDataOf(
  ctx: ReadContext,
  about: { type: string; subjectKind: string; subjectId: string },
): Promise<string[]> {
  const events = await ctx.database.read.event.findMany({
    where: { ...about, privateData: { not: null } },
    orderBy: { sequence: 'asc' },
    select: { privateData: true },
  });
  return events.flatMap(({ privateData }) => privateData ?? []);
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

/** Whether the actor has read what is private of a person in this very row: each reading is on record, with the row. */
export async function hasReadPrivately(
  ctx: ReadContext,
  { personId, readId }: { personId: string; readId: string },
): Promise<boolean> {
  if (ctx.actor.kind !== 'person') return false;
  const read = await ctx.database.read.event.count({
    where: {
      ...{ type: 'private.read', subjectKind: 'person', subjectId: personId },
      actorPersonId: ctx.actor.personId,
      // All that such an event keeps, as it is written.
      privateData: JSON.stringify({ readId }),
    },
  });
  return read > 0;
}

/** Who has read what is sealed of a person, when and for what; the newest first, at most so many. */
export async function readingsOf(ctx: ReadContext, personId: string, most: number) {
  const events = await ctx.database.read.event.findMany({
    where: { type: 'private.read', subjectKind: 'person', subjectId: personId },
    orderBy: { sequence: 'desc' },
    take: most,
    select: { id: true, at: true, actorPersonId: true, publicData: true },
  });
  return events.map(({ id, at, actorPersonId: by, publicData }) => {
    const { reason } = JSON.parse(publicData) as { reason?: unknown };
    return { id, at, by, reason: typeof reason === 'string' ? reason : '' };
  });
}
