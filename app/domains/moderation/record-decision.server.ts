import type { Context } from '../context';
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
export async function recordDecision(tx: Transaction, ctx: Context, made: RecordedDecision): Promise<void> {
  const now = ctx.clock.now();
  await tx.prisma.queueItem.create({
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
  await tx.prisma.queueItem.updateMany({
    where: { ...undone, state: 'settled', kind: { not: 'merge' } },
    data: { state: 'open', decidedBy: null, decidedAt: null, decision: null, reason: null },
  });
}
