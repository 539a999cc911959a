import { z } from 'zod';
import { categoryCode } from '../../categories/schema';
import type { ReadContext } from '../../context';
import { definePublished, instant, known, place } from '../../define-published.server';
import type { PublishedAsked } from '../../known-subjects';
import { workOrderStates } from '../lifecycle';
import { outgoingOrderSql } from '../visibility';
import type { SqlValue } from '~/platform/db/database.server';
import { within } from '~/platform/db/lists/area-scope';

const shape = {
  number: z.string(),
  title: z.string(),
  description: z.string(),
  category: categoryCode,
  areaId: z.string(),
  level: z.string(),
  departmentId: z.string().nullable(),
  state: known(workOrderStates),
  urgency: z.string(),
  ...place,
  report: z.string().nullable(),
  deadlineAt: instant.nullable(),
  createdAt: instant,
  dispatchedAt: instant.nullable(),
  acceptedAt: instant.nullable(),
  doneAt: instant.nullable(),
  closedAt: instant.nullable(),
  reopenedCount: z.int(),
  updatedAt: instant,
};

const columns = {
  ...{ id: true, number: true, title: true, description: true, category: true, areaId: true, level: true },
  ...{ departmentId: true, state: true, urgency: true, latitude: true, longitude: true, place: true },
  ...{ report: true, deadlineAt: true, createdAt: true, dispatchedAt: true, acceptedAt: true },
  ...{ doneAt: true, closedAt: true, reopenedCount: true, updatedAt: true },
} as const;

/** The conditions of what was asked for, each with its values. */
function conditions({ id, areaId, state, since, until, cursor }: PublishedAsked): [string, SqlValue[]][] {
  const area = areaId === undefined ? null : within(areaId);
  return [
    ...(id === undefined ? [] : [['o."id" = ?', [id]] as [string, SqlValue[]]]),
    ...(area ? [['o."areaId" >= ? AND o."areaId" < ?', [area.gte, area.lt]] as [string, SqlValue[]]] : []),
    ...(state === undefined ? [] : [['o."state" = ?', [state]] as [string, SqlValue[]]]),
    ...(since ? [['o."createdAt" >= ?', [since]] as [string, SqlValue[]]] : []),
    ...(until ? [['o."createdAt" < ?', [until]] as [string, SqlValue[]]] : []),
    ...(cursor === undefined ? [] : [['o."id" < ?', [cursor]] as [string, SqlValue[]]]),
  ];
}

async function idsOf(ctx: ReadContext, asked: PublishedAsked): Promise<string[]> {
  const narrowed = conditions(asked);
  const where = [outgoingOrderSql(ctx, 'o'), ...narrowed.map(([condition]) => condition)].join(' AND ');
  const rows = await ctx.database.sql.all<{ id: string }>(
    `SELECT o."id" AS "id" FROM "WorkOrder" o WHERE ${where} ORDER BY o."id" DESC LIMIT ?`,
    [...narrowed.flatMap(([, values]) => values), asked.size + 1],
  );
  return rows.map(({ id }) => id);
}

/** Orders that may leave the house, as for maps and feeds: none on which something hangs that not everyone may read. */
export const publishedOrders = definePublished({
  ...{ name: 'work-orders', kind: 'work-order', states: workOrderStates, time: 'createdAt' },
  ...{ changed: 'updatedAt', shape },
  rows: async (ctx, asked) => {
    const ids = await idsOf(ctx, asked);
    const shown = ids.slice(0, asked.size);
    const items = await ctx.database.read.workOrder.findMany({
      where: { id: { in: shown } },
      orderBy: { id: 'desc' },
      select: columns,
    });
    return { items, next: ids.length > asked.size ? (shown.at(-1) ?? null) : null };
  },
});
