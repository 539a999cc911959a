import type { PersonActor } from '../../actor';
import type { ReadContext } from '../../context';
import { DomainError, ensure } from '../../domain-error';
import { displayNames } from '../../identity/index.server';
import { signUpLifecycle, thanksLifecycle } from '../lifecycle';
import { mayOrganise, mayReadOpportunity, mayThank } from '../policy';
import { stepOf } from '~/lib/lifecycle';

const most = 100;
const served = stepOf(signUpLifecycle, 'attend');
const passedOn = stepOf(thanksLifecycle, 'pass-on');

/** The page of a shift's thanks: for who was helped the own words, for the organisers all that were written. */
export async function thanksPage(ctx: ReadContext & { actor: PersonActor }, shiftId: string) {
  const { personId } = ctx.actor;
  const shift = await ctx.database.read.shift.findUnique({
    where: { id: shiftId },
    select: {
      ...{ id: true, startsAt: true, endsAt: true, cancelledAt: true },
      opportunity: { select: { id: true, title: true, state: true, organisationId: true } },
    },
  });
  if (!shift) throw new DomainError('not-found');
  ensure(mayReadOpportunity(ctx.actor, shift.opportunity));
  const { organisationId } = shift.opportunity;
  const place = await ctx.database.read.signUp.count({
    where: { shiftId, personId, state: { in: served.from } },
  });
  const own = await ctx.database.read.shiftThanks.findUnique({
    where: { shiftId_personId: { shiftId, personId } },
    select: { words: true, named: true, createdAt: true },
  });
  const organises = mayOrganise(ctx.actor, organisationId).allowed;
  return {
    shift,
    own,
    may: mayThank(ctx.actor, { ...shift, organisationId, served: place > 0 }, ctx.clock.now()),
    written: organises ? await writtenFor(ctx, { shiftId }) : null,
  };
}

async function writtenFor(ctx: ReadContext, where: object) {
  const rows = await ctx.database.read.shiftThanks.findMany({
    where,
    orderBy: { id: 'desc' },
    take: most,
    select: { id: true, personId: true, named: true, words: true, state: true, createdAt: true },
  });
  const named = rows.filter((row) => row.named).map(({ personId }) => personId);
  const names = await displayNames(ctx, named);
  return rows.map(({ personId, named, ...row }) => ({
    ...row,
    name: named ? (names[personId] ?? null) : null,
  }));
}

/** What was passed on to the actor, the newest first. */
export async function ownThanks(ctx: ReadContext & { actor: PersonActor }) {
  const rows = await ctx.database.read.shiftThanks.findMany({
    where: {
      state: passedOn.to,
      shift: { signUps: { some: { personId: ctx.actor.personId, state: served.to } } },
    },
    orderBy: { settledAt: 'desc' },
    take: most,
    select: {
      ...{ id: true, personId: true, named: true, words: true },
      shift: { select: { startsAt: true, opportunity: { select: { id: true, title: true } } } },
    },
  });
  const names = await displayNames(
    ctx,
    rows.filter(({ named }) => named).map(({ personId }) => personId),
  );
  return rows.map(({ personId, named, ...row }) => ({
    ...row,
    name: named ? (names[personId] ?? null) : null,
  }));
}

/** How many thanks wait for organisers of these organisations, by shift. */
export async function waitingThanks(ctx: ReadContext, organisationIds: readonly string[]) {
  const rows = await ctx.database.read.shiftThanks.findMany({
    where: {
      state: { in: passedOn.from },
      shift: { opportunity: { organisationId: { in: [...organisationIds] } } },
    },
    orderBy: { id: 'asc' },
    take: most,
    select: {
      shift: { select: { id: true, startsAt: true, endsAt: true, opportunity: { select: { title: true } } } },
    },
  });
  return [...new Map(rows.map(({ shift }) => [shift.id, shift])).values()];
}
