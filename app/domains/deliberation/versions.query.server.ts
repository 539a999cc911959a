import type { ReadContext } from '../context';
import { DomainError, ensure } from '../domain-error';
import { displayNames } from '../identity/index.server';
import { mayReadVersions } from './policy';

/** A comment's words as they stood, newest first, each with when it was written. Throws `not-found`, `forbidden`. */
export async function commentVersions(ctx: ReadContext, commentId: string) {
  const comment = await ctx.database.read.comment.findUnique({
    where: { id: commentId },
    include: { versions: { orderBy: { version: 'desc' } } },
  });
  if (!comment) throw new DomainError('not-found');
  ensure(mayReadVersions(ctx.actor, comment));
  const names = await displayNames(ctx, [comment.authorId]);
  const { id, threadId, version, body, subjectKind, subjectId } = comment;
  return {
    comment: { id, threadId, subjectKind, subjectId, authorName: names[comment.authorId] ?? '' },
    versions: [
      { version, body, writtenAt: comment.editedAt ?? comment.createdAt },
      ...comment.versions.map((row) => ({ version: row.version, body: row.body, writtenAt: row.writtenAt })),
    ],
  };
}

/** Every version of a discussion's pinned summary, newest first, with who wrote it. */
export async function summaryVersions(ctx: ReadContext, subject: { kind: string; id: string }) {
  const rows = await ctx.database.read.discussionSummary.findMany({
    where: { subjectKind: subject.kind, subjectId: subject.id },
    orderBy: { version: 'desc' },
    take: 200,
  });
  if (rows.length === 0) throw new DomainError('not-found');
  const names = await displayNames(
    ctx,
    rows.map((row) => row.writtenBy),
  );
  return rows.map(({ version, body, writtenAt, writtenBy }) => ({
    version,
    body,
    writtenAt,
    writtenBy: names[writtenBy] ?? '',
  }));
}
