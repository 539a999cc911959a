import type { ReadContext } from '../../context';
import { concerning, within } from '~/platform/db/lists/area-scope';
import type { Prisma } from '~/platform/db/database.server';
import { listPage, newestFirst } from '~/platform/db/lists/list-page';

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

const nextShifts = (
  activities: number,
) => `SELECT "id", "opportunityId", "startsAt", "endsAt", "capacity", "taken"
  FROM (
    SELECT s.*, ROW_NUMBER() OVER (PARTITION BY "opportunityId" ORDER BY "startsAt", "id") AS "turn" FROM "Shift" s
    WHERE "opportunityId" IN (${Array.from({ length: activities }, () => '?').join(', ')})
      AND "cancelledAt" IS NULL AND "startsAt" > ?
  ) AS "coming" WHERE "turn" <= ${shownShifts} ORDER BY "startsAt", "id"`;

interface NextShift {
  id: string;
  opportunityId: string;
  startsAt: string | Date;
  endsAt: string | Date;
  capacity: number;
  taken: number;
}

/** Of each activity the next shifts, however many it has. */
async function comingShifts(ctx: ReadContext, ids: readonly string[]) {
  if (ids.length === 0) return [];
  const values = [...ids, ctx.clock.now()];
  const rows = await ctx.database.sql.all<NextShift>(nextShifts(ids.length), values);
  return rows.map((row) => ({ ...row, startsAt: new Date(row.startsAt), endsAt: new Date(row.endsAt) }));
}

export interface OpportunityFilter {
  areaId?: string | undefined;
  /** Those of the areas above, too. */
  concerns?: string | undefined;
  cursor?: string | undefined;
  /** Only those with a shift after this instant. */
  comingFrom?: Date | undefined;
  /** Without those whose shifts are all over by this instant. */
  withoutOverAt?: Date | undefined;
}

/** With a shift that is not over, or none at all yet: it is new, or was just begun. */
const notOver = (now: Date): Prisma.OpportunityWhereInput => ({
  OR: [{ shifts: { some: { cancelledAt: null, endsAt: { gt: now } } } }, { shifts: { none: {} } }],
});

/** One page of activities that are published, the newest first. */
export async function listOpportunities(ctx: ReadContext, filter: OpportunityFilter) {
  return listPage({ order: newestFirst, cursor: filter.cursor, size: pageSize }, ({ behind, ...page }) =>
    ctx.database.read.opportunity.findMany({
      where: {
        AND: [behind, filter.withoutOverAt ? notOver(filter.withoutOverAt) : {}],
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
  const had = await withShifts(
    ctx,
    items.filter(({ coming }) => coming.length === 0).map(({ id }) => id),
  );
  return { ...page, items: items.map((item) => ({ ...item, isOver: had.has(item.id) })) };
}

/** Of these activities those that have shifts at all. */
async function withShifts(ctx: ReadContext, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await ctx.database.read.shift.groupBy({
    by: ['opportunityId'],
    where: { opportunityId: { in: [...ids] } },
  });
  return new Set(rows.map(({ opportunityId }) => opportunityId));
}
