import type { Context } from '../context';
import type { Actor } from '../actor';
import { within } from '~/platform/db/area-scope';

export const queueKinds = [
  'feedback',
  'report',
  'residence-verification',
  'organisation-verification',
  'threshold-reached',
  'overdue',
] as const;

/** The areas whose queue the actor sees. */
export function moderatedAreas(actor: Actor): string[] {
  if (actor.kind !== 'person') return [];
  return actor.roles.filter(({ role }) => role !== 'staff').map(({ areaId }) => areaId);
}

function scopeOf(ctx: Context) {
  return { OR: moderatedAreas(ctx.actor).map((areaId) => ({ areaId: within(areaId) })) };
}

const pageSize = 30;

/** One page of the actor's queue, the most urgent first, with counts by kind. */
export async function moderationQueue(ctx: Context, filter: { kind?: string | undefined; offset: number }) {
  const scope = scopeOf(ctx);
  if (scope.OR.length === 0) return { items: [], counts: {} as Record<string, number>, more: false };
  const [items, counted] = await Promise.all([
    ctx.database.read.queueItem.findMany({
      where: { state: 'open', ...scope, ...(filter.kind ? { kind: filter.kind } : {}) },
      orderBy: [{ dueAt: { sort: 'asc', nulls: 'last' } }, { id: 'asc' }],
      skip: filter.offset,
      take: pageSize + 1,
    }),
    ctx.database.read.queueItem.groupBy({ by: ['kind'], where: { state: 'open', ...scope }, _count: true }),
  ]);
  return {
    items: items.slice(0, pageSize),
    counts: Object.fromEntries(counted.map((row) => [row.kind, row._count])) as Record<string, number>,
    more: items.length > pageSize,
  };
}

/** Decided matters of everyone's eyes: what was decided and why, without persons. */
export async function moderationLog(ctx: Context) {
  return ctx.database.read.queueItem.findMany({
    where: { state: 'settled', kind: { notIn: ['residence-verification'] } },
    orderBy: { decidedAt: 'desc' },
    take: 100,
    select: { id: true, kind: true, decision: true, reason: true, decidedAt: true, areaId: true },
  });
}
