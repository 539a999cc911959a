import type { Context } from '../context';
import { DomainError, ensure } from '../domain-error';
import { appendEvent } from '../ledger/index.server';
import { moderationEvents } from '../moderation/events';
import { settleQueueItems } from '../moderation/index.server';
import { countComment } from '../proposals/index.server';
import { deliberationEvents } from './events';
import { mayComment, mayEditComment, mayModerateComment, mayRemoveComment } from './policy';
import { newId } from '~/platform/ids';
import { renderMarkdown } from '~/platform/markdown/render-markdown.server';

/** Answers below this level stand on it. */
const deepest = 4;

/** Parts of the site that show comments. */
const topics = ['proposals', 'agreements'];

export interface NewComment {
  subjectKind: string;
  subjectId: string;
  areaId: string;
  /** The title of the thing, for those who are told. */
  title: string;
  body: string;
  parentId: string;
}

/** Posts a comment, or an answer to one: below the fourth level answers stay on it. */
export async function postComment(ctx: Context, input: NewComment): Promise<string> {
  ensure(mayComment(ctx.actor));
  if (ctx.actor.kind !== 'person') throw new DomainError('signed-out');
  const { personId, actingFor } = ctx.actor;
  const now = ctx.clock.now();
  const id = newId(now);
  const { subjectKind, subjectId, areaId, title } = input;
  await ctx.database.transaction(async (tx) => {
    const parent = input.parentId
      ? await tx.prisma.comment.findUnique({ where: { id: input.parentId } })
      : null;
    if (input.parentId && (parent?.subjectKind !== subjectKind || parent.subjectId !== subjectId)) {
      throw new DomainError('invalid', { field: 'body', reason: 'deliberation.unknown-comment' });
    }
    await tx.prisma.comment.create({
      data: {
        id,
        subjectKind,
        subjectId,
        areaId,
        parentId: parent?.id ?? null,
        threadId: parent?.threadId ?? id,
        depth: parent ? Math.min(parent.depth + 1, deepest) : 0,
        body: input.body,
        bodyHtml: renderMarkdown(input.body),
        authorId: personId,
        organisationId: actingFor?.organisationId ?? null,
        createdAt: now,
      },
    });
    if (subjectKind === 'proposal') await countComment(tx, subjectId, 1);
    await appendEvent(tx, ctx, deliberationEvents, {
      type: 'comment.posted',
      subjectKind,
      subjectId,
      areaId,
      publicData: { title },
      privateData: { answeredId: parent?.authorId ?? null },
    });
  });
  return id;
}

/** The author takes a comment back; answers to it stay. */
export async function removeComment(ctx: Context, commentId: string): Promise<void> {
  if (ctx.actor.kind !== 'person') throw new DomainError('signed-out');
  await ctx.database.transaction(async (tx) => {
    const comment = await tx.prisma.comment.findUnique({ where: { id: commentId } });
    if (!comment) throw new DomainError('not-found');
    ensure(mayRemoveComment(ctx.actor, comment));
    const removed = await tx.prisma.comment.updateMany({
      where: { id: commentId, removedAt: null },
      data: { removedAt: ctx.clock.now(), body: '', bodyHtml: '' },
    });
    if (removed.count === 0) throw new DomainError('conflict', { reason: 'changed-meanwhile' });
    if (comment.subjectKind === 'proposal') await countComment(tx, comment.subjectId, -1);
    tx.afterCommit(() => ctx.invalidatePages(topics));
  });
}

/** The author corrects a comment soon after posting; the page says that it was edited. */
export async function editComment(ctx: Context, input: { commentId: string; body: string }): Promise<void> {
  await ctx.database.transaction(async (tx) => {
    const comment = await tx.prisma.comment.findUnique({ where: { id: input.commentId } });
    if (!comment) throw new DomainError('not-found');
    const now = ctx.clock.now();
    ensure(mayEditComment(ctx.actor, comment, now));
    const edited = await tx.prisma.comment.updateMany({
      where: { id: comment.id, removedAt: null, hiddenAt: null },
      data: { body: input.body, bodyHtml: renderMarkdown(input.body), editedAt: now },
    });
    if (edited.count === 0) throw new DomainError('conflict', { reason: 'changed-meanwhile' });
    tx.afterCommit(() => ctx.invalidatePages(topics));
  });
}

/** A moderator hides a reported comment, or keeps it. */
export async function decideReportedComment(
  ctx: Context,
  input: { commentId: string; hide: boolean; reason: string },
): Promise<void> {
  await ctx.database.transaction(async (tx) => {
    const comment = await tx.prisma.comment.findUnique({ where: { id: input.commentId } });
    if (!comment) throw new DomainError('not-found');
    ensure(mayModerateComment(ctx.actor, comment));
    await tx.prisma.comment.update({
      where: { id: comment.id },
      data: input.hide
        ? { hiddenAt: ctx.clock.now(), hiddenReason: input.reason }
        : { hiddenAt: null, hiddenReason: null },
    });
    await settleQueueItems(tx, ctx, {
      subjectKind: 'comment',
      subjectId: comment.id,
      decision: input.hide ? 'hidden' : 'kept',
      reason: input.reason,
    });
    await appendEvent(tx, ctx, moderationEvents, {
      type: input.hide ? 'content.hidden' : 'content.kept',
      subjectKind: comment.subjectKind,
      subjectId: comment.subjectId,
      areaId: comment.areaId,
      publicData: { title: '', reason: input.reason },
      privateData: { authorId: comment.authorId },
    });
  });
}
