import type { TransactionContext } from '../context';
import { columnsOf } from './grounds';
import type { Because, QueueDecision } from './grounds';
import { queueItemLifecycle } from './lifecycle';
import { decidedTopics } from './queue/queue.server';
import { stepOf } from '~/lib/lifecycle';
import { newId } from '~/platform/ids';

export interface RecordedDecision {
  kind: string;
  subjectKind: string;
  subjectId: string;
  areaId: string;
  title: string;
  decision: QueueDecision;
  because: Because;
  /** Whose words were decided on. */
  concernedId?: string;
}

/** Puts what a moderator decided without being asked among what was decided. */
export async function recordDecision(
  ctx: TransactionContext,
  { because, ...made }: RecordedDecision,
): Promise<void> {
  const now = ctx.clock.now();
  await ctx.prisma.queueItem.create({
    data: {
      id: newId(now),
      ...made,
      ...columnsOf(because),
      state: 'settled',
      createdAt: now,
      decidedBy: ctx.actor.kind === 'person' ? ctx.actor.personId : null,
      decidedAt: now,
    },
  });
  ctx.afterCommit(() => ctx.invalidatePages(decidedTopics));
}

export interface UndoneSettlement {
  subjectKind: string;
  subjectId: string;
  decision: string;
  decidedAt: Date;
}

/** Puts back into the queue what waited before a decision that is undone. */
export async function reopenQueueItems(ctx: TransactionContext, undone: UndoneSettlement): Promise<void> {
  const { subjectKind, subjectId, decision, decidedAt } = undone;
  const {
    from: [settled = ''],
    to,
  } = stepOf(queueItemLifecycle, 'wait-anew');
  const what = `"subjectKind" = ? AND "subjectId" = ? AND "decision" = ? AND "decidedAt" = ? AND "state" = ? AND "kind" <> 'merge'`;
  const values = [to, subjectKind, subjectId, decision, decidedAt, settled];
  // One row of a kind, and none where another of its kind waits meanwhile.
  await ctx.sql.run(
    `UPDATE "QueueItem" SET "state" = ?, "openKey" = "kind" || ':' || "subjectKind" || ':' || "subjectId",
       "decidedBy" = NULL, "decidedAt" = NULL, "decision" = NULL, "reason" = NULL, "ground" = NULL,
       "causeKind" = NULL, "causeId" = NULL, "concernedId" = NULL
     WHERE "id" IN (SELECT MIN("id") FROM "QueueItem" WHERE ${what} GROUP BY "kind")
     AND NOT EXISTS (SELECT 1 FROM "QueueItem" o WHERE
       o."openKey" = "QueueItem"."kind" || ':' || "QueueItem"."subjectKind" || ':' || "QueueItem"."subjectId")`,
    values,
  );
  ctx.afterCommit(() => ctx.invalidatePages(decidedTopics));
}
