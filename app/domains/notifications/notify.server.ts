import { z } from 'zod';
import type { Context, TransactionContext } from '../context';
import { inTransaction } from '../in-transaction.server';
import type { Audience } from '../ledger/define-events';
import { eventById } from '../ledger/index.server';
import { mutedBy } from './mute.server';
import { isOwed } from './notification-text';
import { subjectOf } from './shown-notice';
import { goesWithOthers, tell } from './tell.server';
import type { Telling } from './tell.server';
import { waysOf } from './ways/ways.server';
import { lockRows } from '~/platform/db/lock-row';
import { trailOf } from '~/lib/geo/division-code';

const payloadSchema = z.object({ eventId: z.string(), audience: z.array(z.custom<Audience>()) });

/**
 * Those who hold the role nearest to the area, upward: a whole city's matters are not each told to its administration,
 * too, where somebody further down has them. Whoever acted does not count, nor who cannot sign in.
 */
async function nearestWithRole(
  ctx: Context,
  { role, areaId, but }: { role: string; areaId: string; but?: string | undefined },
  actorId: string | null,
): Promise<string[]> {
  const holders = await ctx.subjects.persons.holders(ctx, { role, areaIds: trailOf(areaId) });
  const others = holders.filter(({ personId }) => personId !== actorId && personId !== but);
  const nearest = Math.max(...others.map((one) => one.areaId.length));
  return others.filter((one) => one.areaId.length === nearest).map(({ personId }) => personId);
}

/** The persons whom an audience means. */
async function personsOf(ctx: Context, audience: Audience, actorId: string | null): Promise<string[]> {
  const { read } = ctx.database;
  const ids = (rows: { personId: string }[]) => rows.map((row) => row.personId);
  const found = async (name: string, id: string) => (await ctx.subjects.audiences.get(name)?.(ctx, id)) ?? [];
  switch (audience.kind) {
    case 'person':
      return [audience.personId];
    case 'organisation':
      return found('organisation', audience.organisationId);
    case 'followers':
      return ids(
        await read.follow.findMany({
          where: { subjectKind: audience.subjectKind, subjectId: audience.subjectId },
          select: { personId: true },
        }),
      );
    case 'electors':
      return found('electors', audience.ballotId);
    case 'persons':
      return audience.personIds;
    case 'role': {
      const nearest = await nearestWithRole(ctx, audience, actorId);
      if (nearest.length > 0 || !audience.otherwise) return nearest;
      return nearestWithRole(ctx, { ...audience, role: audience.otherwise }, actorId);
    }
    case 'nobody':
      return [];
  }
}

/** Told in one transaction: a whole city is an audience too, and others write meanwhile. */
const toldAtOnce = 10;

/** Who follows something or holds an office hears of much; whoever is named hears of what is theirs. */
const isByName = ({ kind }: Audience) => kind !== 'followers' && kind !== 'role';

const privateSchema = z.object({ toldOtherwise: z.array(z.string()) });

/** Whom another event of the same act tells. */
function toldOtherwise(privateData: string | null): string[] {
  const parsed = privateSchema.safeParse(JSON.parse(privateData ?? '{}'));
  return parsed.success ? parsed.data.toldOtherwise : [];
}

/**
 * The handler of jobs of kind `notify`: tells each person of the audience once, never the one who acted. Whether they may
 * read what it is about is asked now, for each: whoever followed it once, or was named, may not any longer.
 */
export async function notify(ctx: Context, payload: unknown): Promise<void> {
  const { eventId, audience } = payloadSchema.parse(payload);
  const event = await eventById(ctx, eventId);
  if (!event) return;
  const ids = new Set<string>();
  const byName = new Set<string>();
  for (const member of audience)
    for (const id of await personsOf(ctx, member, event.actorPersonId)) {
      ids.add(id);
      if (isByName(member)) byName.add(id);
    }
  for (const id of await mutedBy(ctx, event.type, [...ids])) if (!byName.has(id)) ids.delete(id);
  if (event.actorPersonId) ids.delete(event.actorPersonId);
  for (const id of toldOtherwise(event.privateData)) ids.delete(id);
  const readers = await ctx.subjects.access.readersAmong(ctx, subjectOf(event), [...ids]);
  const { timeZone } = ctx.configuration;
  const told = [...ids].filter((id) => readers.has(id) || isOwed(event.type));
  for (let start = 0; start < told.length; start += toldAtOnce) {
    if (start > 0) await ctx.giveWay();
    await inTransaction(ctx, (ctx) =>
      tellSome(ctx, { event, readers, byName, timeZone }, told.slice(start, start + toldAtOnce)),
    );
  }
}

async function tellSome(ctx: TransactionContext, telling: Telling, ids: string[]): Promise<void> {
  // Two events of one act are told by two jobs at once: the later looks at what the earlier told.
  if (goesWithOthers(ctx, telling.event.type)) await lockRows(ctx, 'Person', ids);
  const people = await ctx.subjects.persons.reachable(ctx, ids);
  const ways = await waysOf(ctx, telling.event.type, people);
  for (const person of people) {
    const way = ways.get(person.id);
    if (way) await tell(ctx, telling, { ...person, way });
  }
}
