import type { ReadContext } from '../../context';
import { statesThatAre, statusOfOrder } from '../rules/open311/statuses';
import type { RequestStatus } from '../rules/open311/statuses';
import { areaPage } from '../../territory/index.server';
import { outgoingOrderSql } from '../../workorders/index.server';
import type { SqlValue } from '~/platform/db/database.server';

export interface PublicOrderFilter {
  areaId: string | null;
  category?: string | undefined;
  status?: RequestStatus | undefined;
  most: number;
}

export interface PublicOrder {
  id: string;
  number: string;
  title: string;
  category: string;
  areaId: string;
  state: string;
  status: RequestStatus;
  deadlineAt: Date | null;
  createdAt: Date;
  updatedAt: Date;
  latitude: number | null;
  longitude: number | null;
}

async function idsOf(ctx: ReadContext, filter: PublicOrderFilter): Promise<string[]> {
  const states = statesThatAre(statusOfOrder, filter.status ? [filter.status] : ['open', 'closed']);
  const where = [outgoingOrderSql(ctx, 'o'), `o."state" IN (${states.map(() => '?').join(', ')})`];
  const values: SqlValue[] = [...states];
  if (filter.areaId !== null) {
    where.push('o."areaId" >= ? AND o."areaId" < ?');
    values.push(filter.areaId, `${filter.areaId}~`);
  }
  if (filter.category) {
    where.push('o."category" = ?');
    values.push(filter.category);
  }
  const rows = await ctx.database.sql.all<{ id: string }>(
    `SELECT o."id" AS "id" FROM "WorkOrder" o WHERE ${where.join(' AND ')} ORDER BY o."updatedAt" DESC, o."id" DESC LIMIT ?`,
    [...values, filter.most],
  );
  return rows.map(({ id }) => id);
}

/** Where the matters on the orders lie, by order: an order without a place of its own is shown at theirs. */
async function placesOf(ctx: ReadContext, orderIds: string[]) {
  const links = await ctx.database.read.workOrderLink.findMany({
    where: { workOrderId: { in: orderIds }, subjectKind: { in: ['feedback', 'proposal'] } },
    select: { workOrderId: true, subjectId: true },
  });
  const where = { id: { in: links.map(({ subjectId }) => subjectId) }, latitude: { not: null } };
  const select = { id: true, latitude: true, longitude: true } as const;
  const [feedback, proposals] = await Promise.all([
    ctx.database.read.feedback.findMany({ where, select }),
    ctx.database.read.proposal.findMany({ where, select }),
  ]);
  const matters = new Map([...feedback, ...proposals].map((row) => [row.id, row]));
  return new Map(
    links.flatMap((link) => {
      const matter = matters.get(link.subjectId);
      return matter ? [[link.workOrderId, matter] as const] : [];
    }),
  );
}

/** Orders that anyone may see, what changed last first, with their places. */
export async function listPublicOrders(ctx: ReadContext, filter: PublicOrderFilter): Promise<PublicOrder[]> {
  const ids = await idsOf(ctx, filter);
  const [rows, places] = await Promise.all([
    ctx.database.read.workOrder.findMany({
      where: { id: { in: ids } },
      select: {
        id: true,
        number: true,
        title: true,
        category: true,
        areaId: true,
        state: true,
        deadlineAt: true,
        createdAt: true,
        updatedAt: true,
        latitude: true,
        longitude: true,
      },
    }),
    placesOf(ctx, ids),
  ]);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const table: Partial<Record<string, RequestStatus>> = statusOfOrder;
  return ids.flatMap((id) => {
    const row = byId.get(id);
    if (!row) return [];
    const place = row.latitude === null ? places.get(id) : row;
    return {
      ...row,
      status: table[row.state] ?? 'open',
      latitude: place?.latitude ?? null,
      longitude: place?.longitude ?? null,
    };
  });
}

/** The orders of an area, or of all, with the area's name and outline for a map. */
export async function orderMap(ctx: ReadContext, filter: PublicOrderFilter) {
  const [orders, area] = await Promise.all([
    listPublicOrders(ctx, filter),
    filter.areaId === null ? null : areaPage(ctx, filter.areaId),
  ]);
  return { orders, areaName: area?.name ?? null, rings: area?.outline ?? [] };
}
