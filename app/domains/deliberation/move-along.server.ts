import type { TransactionContext } from '../context';
import type { MovedMatter } from '../known-subjects';
import { moveQueueItems } from '../moderation/index.server';

/** Comments lie where their matter does, with what waits about them: the moderators who see it are those who decide. */
export async function moveCommentsAlong(
  ctx: TransactionContext,
  { kind, id, areaId }: MovedMatter,
): Promise<void> {
  const comments = await ctx.prisma.comment.updateManyAndReturn({
    where: { subjectKind: kind, subjectId: id },
    data: { areaId },
    select: { id: true },
  });
  const subjectIds = comments.map((comment) => comment.id);
  await moveQueueItems(ctx, { subjectKind: 'comment', subjectIds, areaId });
}
