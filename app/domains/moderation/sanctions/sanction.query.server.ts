import type { ReadContext } from '../../context';
import { DomainError, ensure } from '../../domain-error';
import { areasOfRoles } from '../../actor';
import type { Thing } from '../reports/hiding.query.server';
import { afterDays, appealAnsweredInDays, appealWithinDays, mayAppeal, moderatingRoles } from '../policy';
import { offenceOf } from './impose-sanction.server';
import { mayImpose, mayLift, mayReadSanction } from './policy';
import { bars, stands } from './rules';
import { within } from '~/platform/db/lists/area-scope';

/** What is asked before an appeal, and before its answer. Throws `not-found`. */
export async function factsForAppeal(ctx: ReadContext, id: string) {
  const { read } = ctx.database;
  const sanction = await read.sanction.findUnique({ where: { id } });
  if (!sanction) throw new DomainError('not-found');
  const appeal = await read.queueItem.findFirst({
    where: { kind: 'sanction-appeal', subjectKind: 'sanction', subjectId: id },
    orderBy: { id: 'desc' },
  });
  const { areaId, personId, decidedBy, createdAt } = sanction;
  return {
    ...{ sanction, appeal, areaId, concernedId: personId, decidedBy, decidedAt: createdAt },
    ...{ stands: stands(sanction, ctx.clock.now()), appealed: appeal !== null },
  };
}

/** The page of a sanction: what was decided and why, for how long, and what can be said against it. */
export async function sanctionPage(ctx: ReadContext, id: string) {
  const facts = await factsForAppeal(ctx, id);
  const { sanction, appeal } = facts;
  ensure(mayReadSanction(ctx.actor, sanction));
  const { level, ground, reason, areaId, subjectKind, subjectId, createdAt, endsAt, ...ended } = sanction;
  return {
    ...{ level, ground, reason, areaId, subjectKind, subjectId, createdAt, endsAt, stands: facts.stands },
    ...{ endedAt: ended.endedAt, endedAs: ended.endedAs, endedReason: ended.endedReason },
    until: afterDays(createdAt, appealWithinDays),
    answeredInDays: appealAnsweredInDays,
    mayAppeal: mayAppeal(ctx.actor, facts, ctx.clock.now()).allowed,
    mayLift: mayLift(ctx.actor, { ...sanction, stands: facts.stands }).allowed,
    appeal: appeal && {
      ...{ words: appeal.detail, at: appeal.createdAt, dueAt: appeal.dueAt },
      ...{ decision: appeal.decision, answer: appeal.reason, decidedAt: appeal.decidedAt },
    },
  };
}

const shownBefore = 20;

/** For who may sanction the author of a hidden thing: whether they may, and what was given before in their areas. */
export async function sanctionsForHiding(ctx: ReadContext, thing: Thing) {
  const offence = await offenceOf(ctx, thing);
  const { concernedId } = offence;
  if (!concernedId) return null;
  const { read } = ctx.database;
  const held = areasOfRoles(ctx.actor, moderatingRoles);
  if (held.length === 0) return null;
  const before = await read.sanction.findMany({
    where: { personId: concernedId, OR: held.map((area) => ({ areaId: within(area) })) },
    orderBy: { id: 'desc' },
    take: shownBefore,
    select: { id: true, level: true, createdAt: true, endsAt: true, endedAt: true, endedAs: true },
  });
  return { may: mayImpose(ctx.actor, offence), before };
}

/** What was decided about the actor, the newest first, and whether something can be said against it still. */
export async function ownSanctions(ctx: ReadContext) {
  if (ctx.actor.kind !== 'person') return [];
  const rows = await ctx.database.read.sanction.findMany({
    where: { personId: ctx.actor.personId },
    orderBy: { id: 'desc' },
    take: shownBefore,
  });
  if (rows.length === 0) return [];
  const { read } = ctx.database;
  const appealed = await read.queueItem.findMany({
    where: {
      ...{ kind: 'sanction-appeal', subjectKind: 'sanction' },
      subjectId: { in: rows.map(({ id }) => id) },
    },
    select: { subjectId: true },
  });
  const now = ctx.clock.now();
  return rows.map((row) => {
    const { id, level, createdAt, endsAt, areaId, personId, decidedBy } = row;
    const facts = {
      ...{ areaId, concernedId: personId, decidedBy, decidedAt: createdAt, stands: stands(row, now) },
      appealed: appealed.some(({ subjectId }) => subjectId === id),
    };
    return {
      ...{ id, level, createdAt, endsAt, stands: facts.stands },
      mayAppeal: mayAppeal(ctx.actor, facts, now).allowed,
    };
  });
}

/** Throws `forbidden` where the actor may not post in the area now. */
export async function ensureMayPost(ctx: ReadContext, areaId: string | null): Promise<void> {
  if (ctx.actor.kind !== 'person') return;
  const rows = await ctx.database.read.sanction.findMany({
    where: { personId: ctx.actor.personId, endedAt: null, level: { not: 'warning' } },
    select: { level: true, areaId: true, endsAt: true, endedAt: true },
  });
  const now = ctx.clock.now();
  if (rows.some((row) => bars(row, areaId, now)))
    throw new DomainError('forbidden', { reason: 'moderation.may-not-post' });
}
