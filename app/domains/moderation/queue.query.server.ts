import type { Context } from '../context';
import type { Actor } from '../actor';
import { DomainError } from '../domain-error';
import { within } from '~/platform/db/area-scope';

export const queueKinds = [
  'feedback',
  'report',
  'residence-verification',
  'organisation-verification',
  'threshold-reached',
  'overdue',
  'returned-order',
  'order-request',
  'undispatched',
] as const;
export type QueueKind = (typeof queueKinds)[number];

/** The areas whose queue the actor sees. */
export function moderatedAreas(actor: Actor): string[] {
  if (actor.kind !== 'person') return [];
  return actor.roles.filter(({ role }) => role !== 'staff').map(({ areaId }) => areaId);
}

/** The open matters of the actor's areas, narrowed to an area where one is chosen. */
function openIn(ctx: Context, areaId: string | undefined) {
  const OR = moderatedAreas(ctx.actor).map((own) => ({ areaId: within(own) }));
  return { state: 'open', OR, ...(areaId ? { areaId: within(areaId) } : {}) };
}

const pageSize = 30;

export interface QueueFilter {
  kind?: string | undefined;
  areaId?: string | undefined;
  offset: number;
}

/** One page of the actor's queue, the most urgent first, with counts by kind. */
export async function moderationQueue(ctx: Context, filter: QueueFilter) {
  const scope = openIn(ctx, filter.areaId);
  if (scope.OR.length === 0) return { items: [], counts: {} as Record<string, number>, more: false };
  const [items, counted] = await Promise.all([
    ctx.database.read.queueItem.findMany({
      where: { ...scope, ...(filter.kind ? { kind: filter.kind } : {}) },
      orderBy: [{ dueAt: { sort: 'asc', nulls: 'last' } }, { id: 'asc' }],
      skip: filter.offset,
      take: pageSize + 1,
    }),
    ctx.database.read.queueItem.groupBy({ by: ['kind'], where: scope, _count: true }),
  ]);
  return {
    items: items.slice(0, pageSize),
    counts: Object.fromEntries(counted.map((row) => [row.kind, row._count])) as Record<string, number>,
    more: items.length > pageSize,
  };
}

/** The subjects about which a matter of the kind waits in the queue. */
export async function waitingSubjects(
  ctx: Context,
  kind: QueueKind,
  subjectKind: string,
): Promise<Set<string>> {
  const rows = await ctx.database.sql.all<{ subjectId: string }>(
    `SELECT "subjectId" FROM "QueueItem" WHERE "state" = 'open' AND "kind" = ? AND "subjectKind" = ?`,
    [kind, subjectKind],
  );
  return new Set(rows.map((row) => row.subjectId));
}

/** One matter of the queue, for whoever decides on it. Throws `not-found`. */
export async function queueItem(ctx: Context, id: string) {
  const item = await ctx.database.read.queueItem.findUnique({ where: { id } });
  if (!item) throw new DomainError('not-found');
  return item;
}

const logSize = 50;

/** A page of what was decided and why, for everyone's eyes: without persons and without residence. */
export async function moderationLog(ctx: Context, cursor: string | undefined) {
  const rows = await ctx.database.read.queueItem.findMany({
    where: {
      state: 'settled',
      kind: { not: 'residence-verification' },
      ...(cursor ? { id: { lt: cursor } } : {}),
    },
    orderBy: { id: 'desc' },
    take: logSize + 1,
    select: { id: true, kind: true, decision: true, reason: true, decidedAt: true, areaId: true },
  });
  const items = rows.slice(0, logSize);
  return { items, next: rows.length > logSize ? (items.at(-1)?.id ?? null) : null };
}
