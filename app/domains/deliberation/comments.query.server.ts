import type { Context } from '../context';
import { DomainError } from '../domain-error';
import { displayNames } from '../identity/index.server';
import { organisationNames } from '../organisations/index.server';
import { mayEditComment } from './policy';
import { inThreads } from './threads';

const pageSize = 30;
const mostAnswers = 500;

async function commentsOnPage(
  ctx: Context,
  subject: { kind: string; id: string; cursor?: string | undefined },
) {
  const of = { subjectKind: subject.kind, subjectId: subject.id };
  const threads = await ctx.database.read.comment.findMany({
    where: { ...of, parentId: null, ...(subject.cursor ? { id: { gt: subject.cursor } } : {}) },
    orderBy: { id: 'asc' },
    take: pageSize + 1,
    select: { id: true },
  });
  const shown = threads.slice(0, pageSize).map((thread) => thread.id);
  const comments = await ctx.database.read.comment.findMany({
    where: { ...of, threadId: { in: shown } },
    orderBy: [{ threadId: 'asc' }, { id: 'asc' }],
    take: mostAnswers,
  });
  return { comments, next: threads.length > pageSize ? (shown.at(-1) ?? null) : null };
}

/** A page of threads, oldest thread first, each with its answers in order; hidden and removed words stay out. */
export async function commentsOf(
  ctx: Context,
  subject: { kind: string; id: string; cursor?: string | undefined },
) {
  const { comments, next } = await commentsOnPage(ctx, subject);
  const [people, organisations] = await Promise.all([
    displayNames(
      ctx,
      comments.map((row) => row.authorId),
    ),
    organisationNames(
      ctx,
      comments.flatMap((row) => row.organisationId ?? []),
    ),
  ]);
  const me = ctx.actor.kind === 'person' ? ctx.actor.personId : null;
  const now = ctx.clock.now();
  return {
    next,
    comments: inThreads(comments).map((row) => {
      const gone = row.removedAt ? ('removed' as const) : row.hiddenAt ? ('hidden' as const) : null;
      const mayEdit = mayEditComment(ctx.actor, row, now).allowed;
      return {
        id: row.id,
        depth: row.depth,
        html: gone ? null : row.bodyHtml,
        /** The words as typed, for the author who may still correct them. */
        source: mayEdit ? row.body : null,
        gone,
        authorName: gone === 'removed' ? '' : (people[row.authorId] ?? ''),
        organisationName: row.organisationId ? (organisations[row.organisationId] ?? null) : null,
        createdAt: row.createdAt,
        editedAt: row.editedAt,
        mine: row.authorId === me,
        mayEdit,
      };
    }),
  };
}

export type CommentView = Awaited<ReturnType<typeof commentsOf>>['comments'][number];

/** What a report needs to know of a comment. */
export async function commentFacts(ctx: Context, commentId: string) {
  const comment = await ctx.database.read.comment.findUnique({ where: { id: commentId } });
  if (!comment) throw new DomainError('not-found');
  return comment;
}
