import type { ReadContext } from '../context';
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
} as const;

/** So many shifts to come stand on a card. */
const shownShifts = 3;

const nextShifts = (activities: number) => `SELECT "id" FROM (
    SELECT "id", ROW_NUMBER() OVER (PARTITION BY "opportunityId" ORDER BY "startsAt", "id") AS "place" FROM "Shift"
    WHERE "opportunityId" IN (${Array.from({ length: activities }, () => '?').join(', ')})
      AND "cancelledAt" IS NULL AND "startsAt" > ?
  ) AS "coming" WHERE "place" <= ${shownShifts}`;

/** Of each activity the next shifts, however many it has. */
async function comingShifts(ctx: ReadContext, ids: readonly string[]) {
  if (ids.length === 0) return [];
  const next = await ctx.database.sql.all<{ id: string }>(nextShifts(ids.length), [...ids, ctx.clock.now()]);
  return ctx.database.read.shift.findMany({
    where: { id: { in: next.map(({ id }) => id) } },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    select: { id: true, opportunityId: true, startsAt: true, endsAt: true, capacity: true, taken: true },
  });
}

export interface OpportunityFilter {
  areaId?: string | undefined;
  /** Those of the areas above, too. */
  concerns?: string | undefined;
  cursor?: string | undefined;
  /** Only those with a shift after this instant. */
  comingFrom?: Date | undefined;
}

/** One page of activities that are published, the newest first. */
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

/** The same, each with its next shifts. */
export async function opportunityCards(ctx: ReadContext, filter: OpportunityFilter) {
  const page = await listOpportunities(ctx, filter);
  const shifts = await comingShifts(
    ctx,
    page.items.map(({ id }) => id),
  );
  const items = page.items.map((item) => ({
    ...item,
    coming: shifts.filter(({ opportunityId }) => opportunityId === item.id),
  }));
  return { ...page, items };
}
