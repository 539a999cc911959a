import type { ReadContext } from '../context';

const most = 500;

/** What was said of these things since a day and stands still, the newest first: by whom, for whom, and when. */
export async function commentsSince(
  ctx: ReadContext,
  { kind, ids, since }: { kind: string; ids: readonly string[]; since: Date },
) {
  if (ids.length === 0) return [];
  return ctx.database.read.comment.findMany({
    where: {
      ...{ subjectKind: kind, subjectId: { in: [...ids] }, createdAt: { gte: since } },
      ...{ removedAt: null, hiddenAt: null },
    },
    orderBy: { id: 'desc' },
    take: most,
    select: { subjectId: true, authorId: true, organisationId: true, createdAt: true },
  });
}
