import type { ReadContext } from '../context';
import { holdsRole } from '../actor';
import { DomainError, ensure } from '../domain-error';
import { actingMembers, isInService } from '../organisations/index.server';
import { contactOf } from './activities/opportunity-columns.server';
import { shiftFieldsOf } from './activities/change-shift.server';
import { revisionOf } from '../shown-fields.server';
import { displayNames } from '../identity/index.server';
import {
  mayCancelOpportunity,
  mayConfirmHours,
  mayOrganise,
  mayReadOpportunity,
  maySeeContact,
  mayThank,
} from './policy';
import { isExpected } from './lifecycle';
import { questionsOf } from './rules/activity-texts';
import { toleranceMinutes } from './rules/hours';
import { codesIn, skillCodes } from './rules/match';
import { overlap } from './rules/overlaps';
import { readRoles } from './rules/seats';
import { mayCheckOutAt, signOffUntil, startsSoon } from './rules/terms';

export async function opportunitiesOfProposal(ctx: ReadContext, proposalId: string) {
  return ctx.database.read.opportunity.findMany({
    where: { proposalId, state: { in: ['published', 'cancelled'] } },
    orderBy: { id: 'asc' },
    select: { id: true, title: true, state: true },
  });
}

type Loaded = NonNullable<Awaited<ReturnType<typeof loadOpportunity>>>;
type LoadedShift = Loaded['shifts'][number];

const loadOpportunity = (ctx: ReadContext, id: string) =>
  ctx.database.read.opportunity.findUnique({
    where: { id },
    include: { shifts: { orderBy: { startsAt: 'asc' } } },
  });

/** One opportunity with its shifts, the reader's own places, and for organisers who signed up. */
export async function opportunityPage(ctx: ReadContext, opportunityId: string) {
  const opportunity = await loadOpportunity(ctx, opportunityId);
  if (!opportunity) throw new DomainError('not-found');
  ensure(mayReadOpportunity(ctx.actor, opportunity));
  const organise = mayOrganise(ctx.actor, opportunity.organisationId);
  const inService = await isInService(ctx.database.read, opportunity.organisationId);
  const signUps = await signUpsOf(ctx, opportunity, organise.allowed);
  const personId = ctx.actor.kind === 'person' ? ctx.actor.personId : '';
  const mine = signUps.rows.filter((row) => row.personId === personId && personId !== '');
  const waiting = await waitingAt(ctx, opportunity.shifts);
  const elsewhere = await ownPlacesElsewhere(ctx, opportunity.shifts);
  const states = mine.map(({ state }) => state);
  const seesContact = maySeeContact(ctx.actor, opportunity.organisationId, states);
  const contacts = await displayNames(ctx, [opportunity.contactId]);
  return {
    opportunity: {
      ...opportunity,
      // Who of the organisation is asked is told by name, to those who have a place.
      ...{ sealedContact: null, contactId: null },
      questions: questionsOf(opportunity.questions),
      skills: codesIn(opportunity.skills, skillCodes),
    },
    contact: seesContact.allowed
      ? { name: contacts[opportunity.contactId] ?? '', words: contactOf(ctx, opportunity) }
      : null,
    organise,
    inService,
    mayCancel: opportunity.state === 'published' && mayCancelOpportunity(ctx.actor, opportunity).allowed,
    shifts: opportunity.shifts.map((shift) => ({
      ...shiftShown(ctx, shift, opportunity),
      edit: organise.allowed ? editOf(ctx, shift) : null,
      ...ownPlace(mine.find((row) => row.shiftId === shift.id)),
      mayThank: mayThankFor(ctx, { shift, opportunity, mine }),
      waiting: waiting[shift.id] ?? 0,
      overlaps: elsewhere.filter((other) => other.id !== shift.id && overlap(other, shift)),
      signUps: signUpsIn(signUps, shift.id),
    })),
  };
}

/** Whether the reader, who may have been helped there, can thank those who served in it. */
function mayThankFor(
  ctx: ReadContext,
  given: { shift: LoadedShift; opportunity: Loaded; mine: readonly { shiftId: string; state: string }[] },
): boolean {
  const { id, endsAt, cancelledAt } = given.shift;
  const { organisationId } = given.opportunity;
  const served = given.mine.some((row) => row.shiftId === id && isExpected(row.state));
  return mayThank(ctx.actor, { organisationId, endsAt, cancelledAt, served }, ctx.clock.now()).allowed;
}

/** Who signed up, as far as the reader may know: organisers all, a moderator those whose hours wait for one. */
async function signUpsOf(ctx: ReadContext, opportunity: Loaded, organises: boolean) {
  const { organisationId, areaId } = opportunity;
  const organisers = new Set(await actingMembers(ctx, organisationId));
  const hoursOf = (volunteerId: string) => {
    const volunteerOrganises = organisers.has(volunteerId);
    return mayConfirmHours(ctx.actor, { organisationId, areaId, volunteerId, volunteerOrganises }).allowed;
  };
  // A moderator sees whose hours wait for a second person, and nobody else.
  const seesAll = organises || holdsRole(ctx.actor, 'moderator', areaId);
  const shown = (volunteerId: string) => organises || hoursOf(volunteerId);
  const personId = ctx.actor.kind === 'person' ? ctx.actor.personId : '';
  const rows = await ctx.database.read.signUp.findMany({
    where: {
      shiftId: { in: opportunity.shifts.map((shift) => shift.id) },
      ...(seesAll ? {} : { personId }),
    },
    orderBy: [{ arrival: 'asc' }, { id: 'asc' }],
  });
  const names = await displayNames(ctx, rows.map((row) => row.personId).filter(shown));
  return { rows, names, hoursOf, shown };
}

const signUpsIn = ({ rows, names, hoursOf, shown }: Awaited<ReturnType<typeof signUpsOf>>, shiftId: string) =>
  rows
    .filter((row) => row.shiftId === shiftId && row.state !== 'withdrawn' && shown(row.personId))
    .map(({ id, personId, state, minutes }) => ({
      ...{ id, name: names[personId] ?? '', state, minutes },
      mayConfirm: hoursOf(personId),
    }));

async function waitingAt(ctx: ReadContext, shifts: readonly LoadedShift[]): Promise<Record<string, number>> {
  const waited = await ctx.database.read.signUp.groupBy({
    by: ['shiftId'],
    where: { shiftId: { in: shifts.map(({ id }) => id) }, state: 'waiting' },
    _count: true,
  });
  return Object.fromEntries(waited.map((row) => [row.shiftId, row._count]));
}

function shiftShown(ctx: ReadContext, shift: LoadedShift, opportunity: Loaded) {
  const now = ctx.clock.now();
  return {
    ...shift,
    roles: readRoles(shift.roles),
    left: Math.max(0, shift.capacity - shift.taken),
    soon: startsSoon(shift.startsAt, now),
    over: !mayCheckOutAt(shift, now, toleranceMinutes),
    signOffUntil: signOffUntil(shift.startsAt, opportunity.signOffHours),
    late: now >= signOffUntil(shift.startsAt, opportunity.signOffHours),
  };
}

/** For the form that changes a shift. */
function editOf(ctx: ReadContext, shift: LoadedShift) {
  const fields = shiftFieldsOf(shift, ctx.configuration.timeZone);
  return { fields, revision: revisionOf(fields) };
}

function ownPlace(row: { id: string; state: string; offeredUntil: Date | null } | undefined) {
  return { mine: row?.state ?? null, offeredUntil: row?.offeredUntil ?? null };
}

/** The actor's places in shifts at the time of these: to be warned of two at once. */
async function ownPlacesElsewhere(ctx: ReadContext, shifts: readonly LoadedShift[]) {
  const coming = shifts.filter(({ endsAt }) => endsAt > ctx.clock.now());
  const [first] = coming;
  if (ctx.actor.kind !== 'person' || !first) return [];
  const until = coming.reduce((last, { endsAt }) => (endsAt > last ? endsAt : last), first.endsAt);
  const rows = await ctx.database.read.shift.findMany({
    where: {
      ...{ cancelledAt: null, startsAt: { lt: until }, endsAt: { gt: first.startsAt } },
      signUps: { some: { personId: ctx.actor.personId, state: { in: ['confirmed', 'offered'] } } },
    },
    orderBy: { startsAt: 'asc' },
    take: 100,
    include: { opportunity: { select: { title: true } } },
  });
  return rows.map(({ id, startsAt, endsAt, opportunity }) => ({
    id,
    startsAt,
    endsAt,
    title: opportunity.title,
  }));
}
