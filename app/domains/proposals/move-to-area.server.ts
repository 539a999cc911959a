import { moveQueueItems } from '../moderation/index.server';
import type { Transaction } from '~/platform/db/database.server';

/**
 * What stands with a proposal's area goes along when that changes: its comments, and what waits about it and about
 * them, so that the moderators who see it are those who decide.
 */
export async function moveToArea(
  tx: Transaction,
  { proposalId, areaId }: { proposalId: string; areaId: string },
): Promise<void> {
  const of = { subjectKind: 'proposal', subjectId: proposalId };
  const comments = await tx.prisma.comment.updateManyAndReturn({
    where: of,
    data: { areaId },
    select: { id: true },
  });
  const subjectIds = comments.map(({ id }) => id);
  await moveQueueItems(tx, { subjectKind: 'comment', subjectIds, areaId });
  await moveQueueItems(tx, { subjectKind: 'proposal', subjectIds: [proposalId], areaId });
}
