import { isWithin } from '../../actor';
import type { Actor } from '../../actor';
import type { ReadContext } from '../../context';
import { DomainError } from '../../domain-error';
import { departmentsOf, mayDispatch } from '../policy';
import { areaScope, departmentScope } from './queue-order.server';
import { workQueues } from '../rules/queue-place';
import type { WorkQueue } from '../rules/queue-place';
import type { SqlValue } from '~/platform/db/database.server';
import { readCursor, writeCursor } from '~/platform/db/lists/list-page';

export interface Scope {
  kind: 'area' | 'department';
  id: string;
}

/**
 * The queues that the actor works on, those where they act before those where they look on: of the areas that they
 * coordinate, of their departments, of the areas in which they hold a role as staff.
 */
export function scopesFor(actor: Actor): Scope[] {
  if (actor.kind !== 'person') return [];
  const areas = actor.roles.map(({ areaId }) => ({ kind: 'area' as const, id: areaId }));
  const coordinated = areas.filter(({ id }) => mayDispatch(actor, id).allowed);
  const departments = departmentsOf(actor).map(({ organisationId }) => ({
    kind: 'department' as const,
    id: organisationId,
  }));
  const all = [...coordinated, ...departments, ...areas];
  return all.filter((one, at) => all.findIndex((other) => other.id === one.id) === at);
}

/** The scope that was asked for, within the actor's; the first of theirs where none was. Throws `forbidden`. */
export function scopeAsked(actor: Actor, asked: string | null): Scope {
  const own = scopesFor(actor);
  const [first] = own;
  if (!first) throw new DomainError('forbidden', { reason: 'workbench.staff-only' });
  if (!asked) return first;
  const department = own.find((scope) => scope.kind === 'department' && scope.id === asked);
  if (department) return department;
  if (own.some((scope) => scope.kind === 'area' && isWithin(asked, scope.id)))
    return { kind: 'area', id: asked };
  throw new DomainError('forbidden', { reason: 'workbench.staff-only' });
}

/** The queue that was asked for, where the scope has it; else the one that whoever works there begins with. */
export function queueIn(actor: Actor, scope: Scope, asked: string | null): WorkQueue {
  const known = workQueues.find((name) => name === asked);
  // What waits for a department lies with none yet.
  if (known && !(known === 'dispatch' && scope.kind === 'department')) return known;
  return scope.kind === 'area' && mayDispatch(actor, scope.id).allowed ? 'dispatch' : 'work';
}

const keyOf = ({ kind, id }: Scope) => (kind === 'area' ? areaScope(id) : departmentScope(id));

export interface QueueAsked {
  scope: Scope;
  queue: WorkQueue;
  level?: string | undefined;
  category?: string | undefined;
  /** Only what is overdue at this time. */
  lateAt?: Date | undefined;
  cursor?: string | null | undefined;
}

export const queuePage = 30;

/** One page of a queue, the most urgent first: a read of one index range, whatever else the tables hold. */
export async function orderQueue(ctx: ReadContext, asked: QueueAsked) {
  const { text, values } = pageStatement(asked);
  const rows = await ctx.database.sql.all<{ workOrderId: string; dueAt: Date | string }>(text, values);
  const page = rows.slice(0, queuePage).map((row) => ({ ...row, dueAt: new Date(row.dueAt) }));
  const cards = await ctx.database.read.workOrder.findMany({
    where: { id: { in: page.map((row) => row.workOrderId) } },
    select: { ...cardColumns },
  });
  const byId = new Map(cards.map((card) => [card.id, card]));
  const last = page.at(-1);
  const now = ctx.clock.now();
  return {
    items: page.flatMap((row) => {
      const card = byId.get(row.workOrderId);
      return card ? [{ ...card, dueAt: row.dueAt, lateHours: hoursLate(row.dueAt, now) }] : [];
    }),
    next: rows.length > queuePage && last ? writeCursor({ value: last.dueAt, id: last.workOrderId }) : null,
  };
}

/** Whole hours since what is due was due; null before. */
const hoursLate = (dueAt: Date, now: Date): number | null =>
  dueAt < now ? Math.floor((now.getTime() - dueAt.getTime()) / 3600_000) : null;

const cardColumns = {
  id: true,
  number: true,
  title: true,
  category: true,
  areaId: true,
  level: true,
  state: true,
  urgency: true,
  departmentId: true,
  version: true,
} as const;

function pageStatement({ scope, queue, level, category, lateAt, cursor }: QueueAsked) {
  const values: SqlValue[] = [keyOf(scope), queue];
  let text = `SELECT "workOrderId", "dueAt" FROM "QueuedOrder" WHERE "scope" = ? AND "queue" = ?`;
  const and = (condition: string, ...given: SqlValue[]) => {
    text += ` AND ${condition}`;
    values.push(...given);
  };
  const place = readCursor('time', cursor);
  if (place) and(`("dueAt", "workOrderId") > (?, ?)`, place.value, place.id);
  if (lateAt) and(`"dueAt" < ?`, lateAt);
  if (level) and(`"level" = ?`, level);
  if (category)
    and(
      `EXISTS (SELECT 1 FROM "WorkOrder" WHERE "WorkOrder"."id" = "QueuedOrder"."workOrderId" AND "category" = ?)`,
      category,
    );
  return { text: `${text} ORDER BY "dueAt", "workOrderId" LIMIT ${queuePage + 1}`, values };
}

/** Counts stop here: what is more is shown as “more than”, and costs no more to know. */
export const mostCounted = 999;

/** How many wait in each queue, by level; each count is bounded. */
export async function queueCounts(ctx: ReadContext, scope: Scope) {
  const counted = await Promise.all(
    workQueues.map(async (queue) => {
      const rows = await ctx.database.sql.all<{ level: string; count: number | bigint }>(
        `SELECT "level", COUNT(*) AS "count" FROM (SELECT "level" FROM "QueuedOrder" WHERE "scope" = ? AND "queue" = ?
         LIMIT ${mostCounted + 1}) AS "some" GROUP BY "level"`,
        [keyOf(scope), queue],
      );
      const levels = Object.fromEntries(rows.map((row) => [row.level, Number(row.count)]));
      return { queue, total: Object.values(levels).reduce((sum, count) => sum + count, 0), levels };
    }),
  );
  return counted;
}
