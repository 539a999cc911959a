import type { ReadContext } from '../context';
import { holdsRole } from '../actor';
import { DomainError, ensure } from '../domain-error';
import { isInService } from '../organisations/index.server';
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
} from './policy';
import { questionsOf } from './rules/activity-texts';
import { codesIn, skillCodes } from './rules/match';
import { overlap } from './rules/overlaps';
import { readRoles } from './rules/seats';
import { signOffUntil, startsSoon } from './rules/terms';
import { concerning, within } from '~/platform/db/area-scope';
import { listPage, newestFirst } from '~/platform/db/list-page';

const pageSize = 20;

const cardColumns = {
  id: true,
  title: true,
  areaId: true,
  organisationId: true,
  place: true,
  proposalId: true,
  shifts: {
    where: { cancelledAt: null },
    orderBy: { startsAt: 'asc' },
    select: { id: true, startsAt: true, endsAt: true, capacity: true, taken: true },
  },
} as const;

export interface OpportunityFilter {
  areaId?: string | undefined;
  /** Those of the areas above, too. */
  concerns?: string | undefined;
  cursor?: string | undefined;
  /** Only those with a shift after this instant. */
  comingFrom?: Date | undefined;
}

export async function listOpportunities(ctx: ReadContext, filter: OpportunityFilter) {
  return listPage({ order: newestFirst, cursor: filter.cursor, size: pageSize }, ({ behind, ...page }) =>
    ctx.database.read.opportunity.findMany({
      where: {
        AND: behind,
        state: 'published',
        ...(filter.comingFrom
          ? { shifts: { some: { cancelledAt: null, startsAt: { gt: filter.comingFrom } } } }
          : {}),
        ...(filter.areaId ? { areaId: within(filter.areaId) } : {}),
        ...(filter.concerns ? concerning(filter.concerns) : {}),
      },
      ...page,
      select: cardColumns,
    }),
  );
}

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
  const seesContact = maySeeContact(
    ctx.actor,
    opportunity.organisationId,
    mine.map(({ state }) => state),
  );
  const contacts = await displayNames(ctx, [opportunity.contactId]);
  return {
    opportunity: {
      ...opportunity,
      sealedContact: null,
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
      ...ownPlace(mine.find((row) => row.shiftId === shift.id)),
      waiting: waiting[shift.id] ?? 0,
      overlaps: elsewhere
        .filter((other) => other.id !== shift.id && overlap(other, shift))
        .map(({ id, title, startsAt, endsAt }) => ({ id, title, startsAt, endsAt })),
      signUps: signUps.rows
        .filter((row) => row.shiftId === shift.id && row.state !== 'withdrawn' && signUps.shown(row.personId))
        .map((row) => ({
          id: row.id,
          name: signUps.names[row.personId] ?? '',
          state: row.state,
          minutes: row.minutes,
          mayConfirm: signUps.hoursOf(row.personId),
        })),
    })),
  };
}

/** Who signed up, as far as the reader may know: organisers all, a moderator those whose hours wait for one. */
async function signUpsOf(ctx: ReadContext, opportunity: Loaded, organises: boolean) {
  const { organisationId, areaId } = opportunity;
  const organisers = await organisersOf(ctx, organisationId);
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
  const fields = shiftFieldsOf(shift, ctx.configuration.timeZone);
  return {
    ...shift,
    roles: readRoles(shift.roles),
    left: Math.max(0, shift.capacity - shift.taken),
    soon: startsSoon(shift.startsAt, now),
    signOffUntil: signOffUntil(shift.startsAt, opportunity.signOffHours),
    late: now >= signOffUntil(shift.startsAt, opportunity.signOffHours),
    fields,
    revision: revisionOf(fields),
  };
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

async function organisersOf(ctx: ReadContext, organisationId: string): Promise<ReadonlySet<string>> {
  const rows = await ctx.database.read.organisationMember.findMany({
    where: { organisationId, mandate: { not: 'member' } },
    select: { personId: true },
  });
  return new Set(rows.map((row) => row.personId));
}
