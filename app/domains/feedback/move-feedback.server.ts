import type { TransactionContext } from '../context';
import { DomainError } from '../domain-error';
import { appendEvent } from '../ledger/index.server';
import { settleAllQueueItems } from '../moderation/index.server';
import type { Because } from '../moderation/index.server';
import { eventsFor } from './events';
import { sealedFor } from './sealed-for';
import type { SaidOf } from '../ledger/define-events';
import type { FeedbackEventType, feedbackEvents } from './events';
import { feedbackLifecycle } from './lifecycle';
import type { FeedbackEvent } from './lifecycle';
import { transitionFrom } from '~/lib/lifecycle';
import { renderMarkdown } from '~/platform/markdown/render-markdown.server';

export interface FeedbackMove {
  event: FeedbackEvent;
  tells: FeedbackEventType;
  /** Why what waited about it in the queue is settled, for the public log. */
  because: Because;
  publicData?: SaidOf<typeof feedbackEvents, FeedbackEventType>;
}

/**
 * Takes one step of the life cycle with some feedback, all or none: its event, and what waits in the queue, together.
 * Throws `wrong-state` where one of them cannot take the step.
 */
export async function moveFeedback(
  ctx: TransactionContext,
  ids: readonly string[],
  move: FeedbackMove,
): Promise<void> {
  const wanted = new Set(ids);
  const rows = await ctx.prisma.feedback.findMany({
    where: { id: { in: [...wanted] } },
    orderBy: { id: 'asc' },
    select: { id: true, state: true, areaId: true, title: true, authorId: true, isPublic: true, kind: true },
  });
  if (rows.length < wanted.size) throw new DomainError('not-found');
  for (const state of new Set(rows.map((row) => row.state)))
    await changeState(
      ctx,
      rows.filter((row) => row.state === state),
      { state, event: move.event, because: move.because },
    );
  for (const { id: subjectId, areaId, title, authorId, isPublic, kind } of rows)
    await appendEvent(move.event === 'withdraw' ? sealedFor(ctx, kind) : ctx, eventsFor({ isPublic }), {
      ...{ type: move.tells, subjectKind: 'feedback', subjectId, areaId },
      publicData: { title, ...move.publicData },
      privateData: { authorId },
    });
}

/** Of feedback in one state. */
async function changeState(
  ctx: TransactionContext,
  rows: readonly { id: string }[],
  { state, event, because }: { state: string } & Pick<FeedbackMove, 'event' | 'because'>,
): Promise<void> {
  const step = transitionFrom(feedbackLifecycle, state, event);
  if (!step) throw new DomainError('wrong-state', { reason: 'already-decided' });
  const subjectIds = rows.map(({ id }) => id);
  const moved = await ctx.prisma.feedback.updateMany({
    where: { id: { in: subjectIds }, state },
    data: { state: step.to, updatedAt: ctx.clock.now() },
  });
  if (moved.count < rows.length) throw new DomainError('conflict', { reason: 'changed-meanwhile' });
  await settleAllQueueItems(ctx, {
    subjectKind: 'feedback',
    subjectIds,
    kinds: ['feedback', 'overdue'],
    decision: step.to,
    because,
  });
}

/** A work order takes the feedback up. */
export async function markFeedbackDispatched(
  ctx: TransactionContext,
  input: { feedbackId: string; workOrderId: string },
): Promise<void> {
  const feedback = await ctx.prisma.feedback.findUnique({
    where: { id: input.feedbackId },
    select: { state: true },
  });
  if (feedback?.state === 'dispatched') return;
  await moveFeedback(ctx, [input.feedbackId], {
    event: 'dispatch',
    tells: 'feedback.dispatched',
    because: { ground: 'taken-up', cause: { kind: 'work-order', id: input.workOrderId } },
    publicData: { workOrderId: input.workOrderId },
  });
}

export const markFeedbackSolved = (ctx: TransactionContext, ids: readonly string[]) =>
  moveFeedback(ctx, ids, {
    ...{ event: 'finish', tells: 'feedback.solved', because: { ground: 'order-finished' } },
  });

export const reopenFeedback = (ctx: TransactionContext, ids: readonly string[]) =>
  moveFeedback(ctx, ids, {
    ...{ event: 'reopen', tells: 'feedback.reopened', because: { ground: 'order-moved' } },
  });

/** Every order that took it up was refused: those words are its answer. */
export async function refuseDispatchedFeedback(
  ctx: TransactionContext,
  feedbackId: string,
  words: string,
): Promise<void> {
  await moveFeedback(ctx, [feedbackId], {
    event: 'lose-orders',
    tells: 'feedback.orders-refused',
    because: { ground: 'in-words', words },
    publicData: { reason: words },
  });
  await writeAnswer(ctx, feedbackId, words);
}

/** The words that those who asked read on the page of the feedback. */
export async function writeAnswer(ctx: TransactionContext, feedbackId: string, words: string): Promise<void> {
  await ctx.prisma.feedback.update({
    where: { id: feedbackId },
    data: {
      answer: words,
      answerHtml: renderMarkdown(words),
      answeredBy: ctx.actor.kind === 'person' ? ctx.actor.personId : null,
      answeredAt: ctx.clock.now(),
    },
  });
}

export const markFeedbackEvaluated = (ctx: TransactionContext, ids: readonly string[]) =>
  moveFeedback(ctx, ids, {
    ...{ event: 'evaluate', tells: 'feedback.evaluated', because: { ground: 'order-finished' } },
  });
