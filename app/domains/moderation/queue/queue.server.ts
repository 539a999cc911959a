import type { TransactionContext } from '../../context';
import { forgetDone } from '../../do-once.server';
import { columnsOf } from '../grounds';
import type { Because, QueueDecision } from '../grounds';
import { queueItemLifecycle } from '../lifecycle';
import { stepOf } from '~/lib/lifecycle';
import type { Transaction } from '~/platform/db/database.server';
import { newId } from '~/platform/ids';

const settle = stepOf(queueItemLifecycle, 'settle');

/** The topics of pages that show what was decided and how much. */
export const decidedTopics = ['decisions'];

export interface NewQueueItem {
  kind: string;
  subjectKind: string;
  subjectId: string;
  areaId: string;
  title: string;
  detail?: string;
  dueAt?: Date;
}

/**
 * Puts a matter into the moderators' queue of its area; a matter that waits there already is not doubled. Answers whether
 * it is new there.
 */
export async function openQueueItem(ctx: TransactionContext, item: NewQueueItem): Promise<boolean> {
  const { kind, subjectKind, subjectId, areaId, title, detail = '', dueAt = null } = item;
  const now = ctx.clock.now();
  const openKey = `${kind}:${subjectKind}:${subjectId}`;
  // One statement, and not a failed insert: on PostgreSQL that would end the transaction of the matter itself.
  const added = await ctx.sql.run(
    `INSERT INTO "QueueItem" ("id", "kind", "subjectKind", "subjectId", "areaId", "title", "detail", "dueAt", "createdAt", "openKey")
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT ("openKey") DO NOTHING`,
    [newId(now), kind, subjectKind, subjectId, areaId, title, detail, dueAt, now, openKey],
  );
  return added > 0;
}

export interface Settlement {
  subjectKind: string;
  subjectId: string;
  kinds?: readonly string[];
  decision: QueueDecision;
  because: Because;
  /** Whose words were decided on. */
  concernedId?: string;
}

/**
 * Takes what waits about a matter out of the queue, with who decided what and why. Answers how many rows that were: of
 * two who decide at once one is answered 0. What is decided may be asked again: the same report or request counts anew.
 */
export function settleQueueItems(ctx: TransactionContext, settlement: Settlement): Promise<number> {
  return settleAllQueueItems(ctx, { ...settlement, subjectIds: [settlement.subjectId] });
}

/** As `settleQueueItems`, of several things of a kind that are decided together. */
export async function settleAllQueueItems(
  ctx: TransactionContext,
  settlement: Omit<Settlement, 'subjectId'> & { subjectIds: readonly string[] },
): Promise<number> {
  const settled = await ctx.prisma.queueItem.updateMany({
    where: {
      subjectKind: settlement.subjectKind,
      subjectId: { in: [...settlement.subjectIds] },
      state: { in: settle.from },
      ...(settlement.kinds ? { kind: { in: [...settlement.kinds] } } : {}),
    },
    data: {
      state: settle.to,
      openKey: null,
      claimedUntil: null,
      decidedBy: ctx.actor.kind === 'person' ? ctx.actor.personId : null,
      decidedAt: ctx.clock.now(),
      decision: settlement.decision,
      ...columnsOf(settlement.because),
      concernedId: settlement.concernedId ?? null,
    },
  });
  if (settled.count > 0) await forgetDone(ctx, ...settlement.subjectIds);
  if (settled.count > 0) ctx.afterCommit(() => ctx.invalidatePages(decidedTopics));
  return settled.count;
}

/** Lays what waits about some things of a kind before the moderators of another area. */
export async function moveQueueItems(
  tx: Transaction,
  moved: { subjectKind: string; subjectIds: readonly string[]; areaId: string },
): Promise<void> {
  const { subjectKind, subjectIds, areaId } = moved;
  const where = { state: 'open', subjectKind, subjectId: { in: [...subjectIds] } };
  await tx.prisma.queueItem.updateMany({ where, data: { areaId } });
}

/** Settles what waits about some things of a kind that are over: nobody decided it. */
export async function closeQueueItems(
  tx: Transaction,
  over: { subjectKind: string; subjectIds: readonly string[] },
): Promise<void> {
  const { subjectKind, subjectIds } = over;
  await tx.prisma.queueItem.updateMany({
    where: { state: { in: settle.from }, subjectKind, subjectId: { in: [...subjectIds] } },
    data: { state: settle.to, openKey: null, decision: 'closed' },
  });
}

/** Takes the words out of all rows about some things of a kind whose person closes the account; what waits is over. */
export async function emptyQueueItems(
  ctx: TransactionContext,
  over: { subjectKind: string; subjectIds: readonly string[] },
): Promise<void> {
  const gone = { decision: 'withdrawn', because: { ground: 'account-erased' } } as const;
  await settleAllQueueItems(ctx, { ...over, ...gone });
  await ctx.prisma.queueItem.updateMany({
    where: { subjectKind: over.subjectKind, subjectId: { in: [...over.subjectIds] } },
    data: { title: '', detail: '', reason: null },
  });
}

/** Gives all rows about some things of a kind another title, those that are settled too: its words are taken back. */
export async function retitleQueueItems(
  tx: Transaction,
  { subjectKind, subjectIds }: { subjectKind: string; subjectIds: readonly string[] },
  title: string,
): Promise<void> {
  await tx.prisma.queueItem.updateMany({
    where: { subjectKind, subjectId: { in: [...subjectIds] } },
    data: { title },
  });
}
