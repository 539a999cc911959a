import { queuePlace } from '../rules/queue-place';
import type { QueuedFacts } from '../rules/queue-place';
import { trailOf } from '~/lib/geo/division-code';
import type { Transaction } from '~/platform/db/database.server';

/** What of an order says where it waits, and for whom. */
interface QueuedOrder extends Omit<QueuedFacts, 'openRequests'> {
  id: string;
  level: string;
  areaId: string;
  handlingAreaId: string;
  departmentId: string | null;
  helpers: readonly { departmentId: string; reportedAt: Date | null }[];
  requests: readonly { kind: string }[];
}

export const areaScope = (areaId: string) => `area:${areaId}`;
export const departmentScope = (organisationId: string) => `department:${organisationId}`;

/** The queues that hold an order: of its handling area, of each area above, and of its department and helpers. */
function scopesOf(order: QueuedOrder): string[] {
  const areas = trailOf(order.handlingAreaId || order.areaId).map(areaScope);
  const waiting = order.helpers.filter((row) => !row.reportedAt).map((row) => row.departmentId);
  const departments = [...(order.departmentId ? [order.departmentId] : []), ...waiting];
  return [...areas, ...new Set(departments.map(departmentScope))];
}

/** Puts an order where it belongs in the queues, or takes it out where nobody waits for it. */
export async function requeue(tx: Transaction, order: QueuedOrder): Promise<void> {
  await tx.sql.run(`DELETE FROM "QueuedOrder" WHERE "workOrderId" = ?`, [order.id]);
  const place = queuePlace({ ...order, openRequests: order.requests.map((request) => request.kind) });
  if (!place) return;
  const scopes = scopesOf(order);
  await tx.sql.run(
    `INSERT INTO "QueuedOrder" ("scope", "queue", "dueAt", "workOrderId", "level")
     VALUES ${scopes.map(() => '(?, ?, ?, ?, ?)').join(', ')}`,
    scopes.flatMap((scope) => [scope, place.queue, place.dueAt, order.id, order.level]),
  );
}

/** Moves orders that lie with departments to where their changed deadlines put them: one statement for all. */
export async function moveInQueue(tx: Transaction, workOrderIds: readonly string[]): Promise<void> {
  await tx.sql.run(
    `UPDATE "QueuedOrder" SET "dueAt" = CASE WHEN w."responseDueAt" IS NOT NULL AND (w."deadlineAt" IS NULL OR
       w."responseDueAt" < w."deadlineAt") THEN w."responseDueAt" ELSE w."deadlineAt" END
     FROM "WorkOrder" w WHERE w."id" = "QueuedOrder"."workOrderId" AND "QueuedOrder"."queue" = 'work'
     AND COALESCE(w."responseDueAt", w."deadlineAt") IS NOT NULL
     AND "QueuedOrder"."workOrderId" IN (${workOrderIds.map(() => '?').join(', ')})`,
    workOrderIds,
  );
}
