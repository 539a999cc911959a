import type { ReadContext } from '../context';
import { holdsRole } from '../actor';
import { DomainError } from '../domain-error';
import { isInService } from '../organisations/index.server';
import { mayCancelOpportunity, mayConfirmHours, mayOrganise } from './policy';
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
    where: { proposalId },
    orderBy: { id: 'asc' },
    select: { id: true, title: true, state: true },
  });
}

/** One opportunity with its shifts, the reader's own places, and for organisers who signed up. */
export async function opportunityPage(ctx: ReadContext, opportunityId: string) {
  const opportunity = await ctx.database.read.opportunity.findUnique({
    where: { id: opportunityId },
    include: { shifts: { orderBy: { startsAt: 'asc' } } },
  });
  if (!opportunity) throw new DomainError('not-found');
  const organise = mayOrganise(ctx.actor, opportunity.organisationId);
  const inService = await isInService(ctx.database.read, opportunity.organisationId);
  const organisers = await organisersOf(ctx, opportunity.organisationId);
  const hoursOf = (volunteerId: string) =>
    mayConfirmHours(ctx.actor, {
      organisationId: opportunity.organisationId,
      areaId: opportunity.areaId,
      volunteerId,
      volunteerOrganises: organisers.has(volunteerId),
    }).allowed;
  // A moderator sees whose hours wait for a second person, and nobody else.
  const seesAll = organise.allowed || holdsRole(ctx.actor, 'moderator', opportunity.areaId);
  const shown = (volunteerId: string) => organise.allowed || hoursOf(volunteerId);
  const personId = ctx.actor.kind === 'person' ? ctx.actor.personId : '';
  const shiftIds = opportunity.shifts.map((shift) => shift.id);
  const signUps = await ctx.database.read.signUp.findMany({
    where: { shiftId: { in: shiftIds }, ...(seesAll ? {} : { personId }) },
    orderBy: { id: 'asc' },
  });
  const people = await ctx.database.read.person.findMany({
    where: { id: { in: signUps.map((row) => row.personId).filter(shown) } },
    select: { id: true, displayName: true },
  });
  const waited = await ctx.database.read.signUp.groupBy({
    by: ['shiftId'],
    where: { shiftId: { in: shiftIds }, state: 'waiting' },
    _count: true,
  });
  const waiting: Record<string, number> = Object.fromEntries(waited.map((row) => [row.shiftId, row._count]));
  const names = new Map(people.map((row) => [row.id, row.displayName]));
  return {
    opportunity,
    organise,
    inService,
    mayCancel: opportunity.state === 'published' && mayCancelOpportunity(ctx.actor, opportunity).allowed,
    shifts: opportunity.shifts.map((shift) => ({
      ...shift,
      mine: signUps.find((row) => row.shiftId === shift.id && row.personId === personId)?.state ?? null,
      waiting: waiting[shift.id] ?? 0,
      signUps: signUps
        .filter((row) => row.shiftId === shift.id && row.state !== 'withdrawn' && shown(row.personId))
        .map((row) => ({
          id: row.id,
          name: names.get(row.personId) ?? '',
          state: row.state,
          minutes: row.minutes,
          mayConfirm: hoursOf(row.personId),
        })),
    })),
  };
}

/** The actor's shifts, past and coming, with the hours confirmed. */
export async function ownVolunteering(ctx: ReadContext, personId: string) {
  const rows = await ctx.database.read.signUp.findMany({
    where: { personId },
    orderBy: { shift: { startsAt: 'desc' } },
    take: 100,
    include: {
      shift: { include: { opportunity: { select: { id: true, title: true, organisationId: true } } } },
    },
  });
  // Of all rows, not of those that are shown.
  const { _sum } = await ctx.database.read.signUp.aggregate({ where: { personId }, _sum: { minutes: true } });
  const shown = rows.map(({ id, state, minutes, shift }) => ({
    id,
    // What was called off is no place any more, whatever the sign-up says.
    state: shift.cancelledAt && ['confirmed', 'waiting'].includes(state) ? 'cancelled' : state,
    minutes,
    shift,
  }));
  return { rows: shown, hours: (_sum.minutes ?? 0) / 60 };
}

async function organisersOf(ctx: ReadContext, organisationId: string): Promise<ReadonlySet<string>> {
  const rows = await ctx.database.read.organisationMember.findMany({
    where: { organisationId, mandate: { not: 'member' } },
    select: { personId: true },
  });
  return new Set(rows.map((row) => row.personId));
}
