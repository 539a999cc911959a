import type { LoadedWorkOrder } from './move-work-order.server';
import { queuePlace } from './rules/queue-place';
import { trailOf } from '~/lib/division-code';
import type { Transaction } from '~/platform/db/database.server';

export const areaScope = (areaId: string) => `area:${areaId}`;
export const departmentScope = (organisationId: string) => `department:${organisationId}`;

/** The queues that hold an order: of its handling area, of each area above, and of its department and helpers. */
function scopesOf(order: LoadedWorkOrder): string[] {
  const areas = trailOf(order.handlingAreaId || order.areaId).map(areaScope);
  const waiting = order.helpers.filter((row) => !row.reportedAt).map((row) => row.departmentId);
  const departments = [...(order.departmentId ? [order.departmentId] : []), ...waiting];
  return [...areas, ...new Set(departments.map(departmentScope))];
}

/** Puts an order where it belongs in the queues, or takes it out where nobody waits for it. */
export async function requeue(tx: Transaction, order: LoadedWorkOrder): Promise<void> {
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

/** Moves an order with a department to where its changed deadlines put it: one statement, for many orders at once. */
export async function moveInQueue(tx: Transaction, workOrderId: string): Promise<void> {
  await tx.sql.run(
    `UPDATE "QueuedOrder" SET "dueAt" = COALESCE((SELECT CASE WHEN "responseDueAt" IS NOT NULL AND
       ("deadlineAt" IS NULL OR "responseDueAt" < "deadlineAt") THEN "responseDueAt" ELSE "deadlineAt" END
       FROM "WorkOrder" WHERE "id" = ?), "dueAt") WHERE "workOrderId" = ? AND "queue" = 'work'`,
    [workOrderId, workOrderId],
  );
}
