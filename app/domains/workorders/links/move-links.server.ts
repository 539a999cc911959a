import type { LoadedWorkOrder } from '../steps/move-work-order.server';
import type { Transaction } from '~/platform/db/database.server';

export interface Matter {
  subjectKind: string;
  subjectId: string;
}

/** Hangs matters of one order on another; what hangs there already is not doubled. */
export async function moveLinks(
  tx: Transaction,
  given: { from: LoadedWorkOrder; toId: string; matters: readonly Matter[] },
): Promise<void> {
  for (const { subjectKind, subjectId } of given.matters) {
    await tx.sql.run(
      `INSERT INTO "WorkOrderLink" ("workOrderId", "subjectKind", "subjectId", "linkedBy", "createdAt")
       SELECT ?, "subjectKind", "subjectId", "linkedBy", "createdAt" FROM "WorkOrderLink"
       WHERE "workOrderId" = ? AND "subjectKind" = ? AND "subjectId" = ? ON CONFLICT DO NOTHING`,
      [given.toId, given.from.id, subjectKind, subjectId],
    );
    await tx.prisma.workOrderLink.deleteMany({
      where: { workOrderId: given.from.id, subjectKind, subjectId },
    });
  }
}
