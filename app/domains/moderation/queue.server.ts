import type { Context } from '../context';
import type { Transaction } from '~/platform/db/database.server';
import { newId } from '~/platform/ids';

export interface NewQueueItem {
  kind: string;
  subjectKind: string;
  subjectId: string;
  areaId: string;
  title: string;
  detail?: string;
  dueAt?: Date;
}

/** Puts a matter into the moderators' queue of its area; a matter that waits there already is not doubled. */
export async function openQueueItem(tx: Transaction, ctx: Context, item: NewQueueItem): Promise<void> {
  const { kind, subjectKind, subjectId } = item;
  const waiting = await tx.prisma.queueItem.count({ where: { kind, subjectKind, subjectId, state: 'open' } });
  if (waiting > 0) return;
  const now = ctx.clock.now();
  await tx.prisma.queueItem.create({
    data: {
      id: newId(now),
      kind,
      subjectKind,
      subjectId,
      areaId: item.areaId,
      title: item.title,
      detail: item.detail ?? '',
      dueAt: item.dueAt ?? null,
      createdAt: now,
    },
  });
}

export interface Settlement {
  subjectKind: string;
  subjectId: string;
  kinds?: readonly string[];
  decision: string;
  reason?: string;
}

/** Takes what waits about a matter out of the queue, with who decided what and why. */
export async function settleQueueItems(tx: Transaction, ctx: Context, settlement: Settlement): Promise<void> {
  await tx.prisma.queueItem.updateMany({
    where: {
      subjectKind: settlement.subjectKind,
      subjectId: settlement.subjectId,
      state: 'open',
      ...(settlement.kinds ? { kind: { in: [...settlement.kinds] } } : {}),
    },
    data: {
      state: 'settled',
      decidedBy: ctx.actor.kind === 'person' ? ctx.actor.personId : null,
      decidedAt: ctx.clock.now(),
      decision: settlement.decision,
      reason: settlement.reason ?? null,
    },
  });
}

/** Lays what waits about a matter, and about the comments on it, before the moderators of another area. */
export async function moveQueueItems(
  tx: Transaction,
  moved: { subjectKind: string; subjectId: string; areaId: string },
): Promise<void> {
  const { subjectKind, subjectId, areaId } = moved;
  await tx.sql.run(
    `UPDATE "QueueItem" SET "areaId" = ? WHERE "state" = 'open' AND (("subjectKind" = ? AND "subjectId" = ?)
       OR ("subjectKind" = 'comment' AND "subjectId" IN
         (SELECT "id" FROM "Comment" WHERE "subjectKind" = ? AND "subjectId" = ?)))`,
    [areaId, subjectKind, subjectId, subjectKind, subjectId],
  );
}
