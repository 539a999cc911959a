import type { TransactionContext } from '../context';
import type { Transaction } from '~/platform/db/database.server';
import { newId } from '~/platform/ids';

export interface RecordedDecision {
  kind: string;
  subjectKind: string;
  subjectId: string;
  areaId: string;
  title: string;
  decision: string;
  reason: string;
}

/** Puts what a moderator decided without being asked into the public log. */
export async function recordDecision(ctx: TransactionContext, made: RecordedDecision): Promise<void> {
  const now = ctx.clock.now();
  await ctx.prisma.queueItem.create({
    data: {
      id: newId(now),
      ...made,
      state: 'settled',
      createdAt: now,
      decidedBy: ctx.actor.kind === 'person' ? ctx.actor.personId : null,
      decidedAt: now,
    },
  });
}

export interface UndoneSettlement {
  subjectKind: string;
  subjectId: string;
  decision: string;
  decidedAt: Date;
}

/** Puts back into the queue what waited before a decision that is undone. */
export async function reopenQueueItems(tx: Transaction, undone: UndoneSettlement): Promise<void> {
  const { subjectKind, subjectId, decision, decidedAt } = undone;
  const what = `"subjectKind" = ? AND "subjectId" = ? AND "decision" = ? AND "decidedAt" = ? AND "state" = 'settled' AND "kind" <> 'merge'`;
  const values = [subjectKind, subjectId, decision, decidedAt];
  // One row of a kind, and none where another of its kind waits meanwhile.
  await tx.sql.run(
    `UPDATE "QueueItem" SET "state" = 'open', "openKey" = "kind" || ':' || "subjectKind" || ':' || "subjectId",
       "decidedBy" = NULL, "decidedAt" = NULL, "decision" = NULL, "reason" = NULL
     WHERE "id" IN (SELECT MIN("id") FROM "QueueItem" WHERE ${what} GROUP BY "kind")
     AND NOT EXISTS (SELECT 1 FROM "QueueItem" o WHERE
       o."openKey" = "QueueItem"."kind" || ':' || "QueueItem"."subjectKind" || ':' || "QueueItem"."subjectId")`,
    values,
  );
}
