import { moveQueueItems } from '../moderation/index.server';
import type { Transaction } from '~/platform/db/database.server';

/** A thread, and from which proposal it came first; null where it began where it stands. */
export interface MovedThread {
  id: string;
  originId: string | null;
}

interface Place {
  id: string;
  areaId: string;
}

/** What waits about the comments of the threads is decided where they stand now; answers how many comments there are. */
async function moveReports(tx: Transaction, threadIds: readonly string[], areaId: string): Promise<number> {
  const comments = await tx.prisma.comment.findMany({
    where: { threadId: { in: [...threadIds] } },
    select: { id: true, removedAt: true },
  });
  const subjectIds = comments.map(({ id }) => id);
  await moveQueueItems(tx, { subjectKind: 'comment', subjectIds, areaId });
  return comments.filter(({ removedAt }) => removedAt === null).length;
}

/**
 * Threads of a merged proposal go on under the other; each comment says where it came from first. Answers the threads
 * as they were, and how many comments stand in them.
 */
export async function moveComments(
  tx: Transaction,
  { from, into }: { from: Place; into: Place },
): Promise<{ threads: MovedThread[]; comments: number }> {
  const threads = await tx.prisma.comment.findMany({
    where: { subjectKind: 'proposal', subjectId: from.id, parentId: null },
    select: { id: true, originId: true },
  });
  const threadIds = threads.map(({ id }) => id);
  const moved = { threadId: { in: threadIds } };
  const data = { subjectId: into.id, areaId: into.areaId };
  await tx.prisma.comment.updateMany({ where: { ...moved, originId: null }, data: { originId: from.id } });
  await tx.prisma.comment.updateMany({ where: moved, data });
  return { threads, comments: await moveReports(tx, threadIds, into.areaId) };
}

/** Threads that a merge moved go back, with the answers that they got meanwhile; answers how many comments stand in them. */
export async function moveCommentsBack(
  tx: Transaction,
  { threads, from }: { threads: readonly MovedThread[]; from: Place },
): Promise<number> {
  for (const originId of new Set(threads.map((thread) => thread.originId))) {
    const threadIds = threads.filter((thread) => thread.originId === originId).map(({ id }) => id);
    await tx.prisma.comment.updateMany({
      where: { threadId: { in: threadIds } },
      data: { subjectId: from.id, areaId: from.areaId, originId },
    });
  }
  return moveReports(
    tx,
    threads.map(({ id }) => id),
    from.areaId,
  );
}
