import type { Actor } from '../actor';
import { holdsRole } from '../actor';
import type { Context } from '../context';
import { DomainError, ensure } from '../domain-error';
import { appendEvent } from '../ledger/index.server';
import { moderationEvents } from '../moderation/events';
import { settleQueueItems } from '../moderation/index.server';
import { deliberationEvents } from './events';
import { allow, deny } from '~/lib/decision';
import type { Decision } from '~/lib/decision';
import type { Transaction } from '~/platform/db/database.server';
import { newId } from '~/platform/ids';
import { renderMarkdown } from '~/platform/markdown/render-markdown.server';

const deepest = 4;

export function mayComment(actor: Actor): Decision {
  if (actor.kind !== 'person') return deny('sign-in-to-comment');
  return actor.emailConfirmed ? allow : deny('confirm-address-first');
}

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
    const parent = input.parentId ? await tx.prisma.comment.findUnique({ where: { id: input.parentId } }) : null;
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
    if (subjectKind === 'proposal') await countProposalComment(tx, subjectId);
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

/** The count that lists show lives with the proposal; the two subjects are of one rank. */
async function countProposalComment(tx: Transaction, proposalId: string): Promise<void> {
  await tx.sql.run('UPDATE "Proposal" SET "commentCount" = "commentCount" + 1 WHERE "id" = ?', [proposalId]);
}

const pageSize = 30;

/** A page of threads, oldest thread first, each with its answers in order. */
export async function commentsOf(ctx: Context, subject: { kind: string; id: string; cursor?: string | undefined }) {
  const { read } = ctx.database;
  const of = { subjectKind: subject.kind, subjectId: subject.id };
  const threads = await read.comment.findMany({
    where: { ...of, parentId: null, ...(subject.cursor ? { id: { gt: subject.cursor } } : {}) },
    orderBy: { id: 'asc' },
    take: pageSize + 1,
    select: { id: true },
  });
  const shown = threads.slice(0, pageSize).map((thread) => thread.id);
  const comments = await read.comment.findMany({
    where: { ...of, threadId: { in: shown } },
    orderBy: [{ threadId: 'asc' }, { id: 'asc' }],
  });
  const [people, organisations] = await Promise.all([
    read.person.findMany({ where: { id: { in: comments.map((row) => row.authorId) } }, select: { id: true, displayName: true } }),
    read.organisation.findMany({
      where: { id: { in: comments.flatMap((row) => (row.organisationId ? [row.organisationId] : [])) } },
      select: { id: true, name: true },
    }),
  ]);
  const name = new Map([...people.map((row) => [row.id, row.displayName] as const), ...organisations.map((row) => [row.id, row.name] as const)]);
  const me = ctx.actor.kind === 'person' ? ctx.actor.personId : null;
  return {
    next: threads.length > pageSize ? (shown.at(-1) ?? null) : null,
    comments: inThreads(comments).map((row) => ({
      id: row.id,
      depth: row.depth,
      html: row.hiddenAt || row.removedAt ? null : row.bodyHtml,
      gone: row.removedAt ? ('removed' as const) : row.hiddenAt ? ('hidden' as const) : null,
      authorName: name.get(row.authorId) ?? '',
      organisationName: row.organisationId ? (name.get(row.organisationId) ?? null) : null,
      createdAt: row.createdAt,
      mine: row.authorId === me,
    })),
  };
}

/** Answers stand under what they answer. */
function inThreads<Row extends { id: string; parentId: string | null }>(rows: Row[]): Row[] {
  const answers = groupByParent(rows);
  const ordered: Row[] = [];
  const visit = (row: Row) => {
    ordered.push(row);
    for (const answer of answers.get(row.id) ?? []) visit(answer);
  };
  for (const row of answers.get(null) ?? []) visit(row);
  return ordered;
}

function groupByParent<Row extends { parentId: string | null }>(rows: Row[]): Map<string | null, Row[]> {
  const groups = new Map<string | null, Row[]>();
  for (const row of rows) groups.set(row.parentId, [...(groups.get(row.parentId) ?? []), row]);
  return groups;
}

/** The author takes a comment back; answers to it stay. */
export async function removeComment(ctx: Context, commentId: string): Promise<void> {
  if (ctx.actor.kind !== 'person') throw new DomainError('signed-out');
  const { personId } = ctx.actor;
  await ctx.database.transaction(async (tx) => {
    const removed = await tx.prisma.comment.updateMany({
      where: { id: commentId, authorId: personId, removedAt: null },
      data: { removedAt: ctx.clock.now(), body: '', bodyHtml: '' },
    });
    if (removed.count === 0) throw new DomainError('forbidden', { reason: 'deliberation.not-yours' });
    tx.afterCommit(() => ctx.invalidatePages(['proposals', 'agreements']));
  });
}

/** What a report needs to know of a comment. */
export async function commentFacts(ctx: Context, commentId: string) {
  const comment = await ctx.database.read.comment.findUnique({ where: { id: commentId } });
  if (!comment) throw new DomainError('not-found');
  return comment;
}

/** A moderator hides a reported comment, or keeps it. */
export async function decideReportedComment(
  ctx: Context,
  input: { commentId: string; hide: boolean; reason: string },
): Promise<void> {
  await ctx.database.transaction(async (tx) => {
    const comment = await tx.prisma.comment.findUnique({ where: { id: input.commentId } });
    if (!comment) throw new DomainError('not-found');
    ensure(holdsRole(ctx.actor, ['moderator', 'administrator'], comment.areaId) ? allow : deny('not-moderator'));
    await tx.prisma.comment.update({
      where: { id: comment.id },
      data: input.hide ? { hiddenAt: ctx.clock.now(), hiddenReason: input.reason } : { hiddenAt: null, hiddenReason: null },
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
