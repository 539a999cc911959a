import type { TransactionContext } from '../context';
import { DomainError } from '../domain-error';
import { appendEvent } from '../ledger/index.server';
import { settleQueueItems } from '../moderation/index.server';
import { eventsFor } from './events';
import type { FeedbackEventType } from './events';
import { feedbackLifecycle } from './lifecycle';
import type { FeedbackEvent } from './lifecycle';
import { transitionFrom } from '~/lib/lifecycle';
import { renderMarkdown } from '~/platform/markdown/render-markdown.server';

export interface FeedbackMove {
  feedbackId: string;
  event: FeedbackEvent;
  tells: FeedbackEventType;
  publicData?: Record<string, unknown>;
}

/** Takes one step of the life cycle, its event, and what waits in the queue together. */
export async function moveFeedback(ctx: TransactionContext, move: FeedbackMove): Promise<void> {
  const feedback = await ctx.prisma.feedback.findUnique({ where: { id: move.feedbackId } });
  if (!feedback) throw new DomainError('not-found');
  const step = transitionFrom(feedbackLifecycle, feedback.state, move.event);
  if (!step) throw new DomainError('wrong-state', { reason: 'already-decided' });
  const moved = await ctx.prisma.feedback.updateMany({
    where: { id: feedback.id, state: feedback.state },
    data: { state: step.to, updatedAt: ctx.clock.now() },
  });
  if (moved.count === 0) throw new DomainError('conflict', { reason: 'changed-meanwhile' });
  await settleQueueItems(ctx, {
    subjectKind: 'feedback',
    subjectId: feedback.id,
    kinds: ['feedback', 'overdue'],
    decision: step.to,
  });
  await appendEvent(ctx, eventsFor(feedback), {
    type: move.tells,
    subjectKind: 'feedback',
    subjectId: feedback.id,
    areaId: feedback.areaId,
    publicData: { title: feedback.title, ...move.publicData },
    privateData: { authorId: feedback.authorId },
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
  await moveFeedback(ctx, {
    feedbackId: input.feedbackId,
    event: 'dispatch',
    tells: 'feedback.dispatched',
    publicData: { workOrderId: input.workOrderId },
  });
}

export const markFeedbackSolved = (ctx: TransactionContext, feedbackId: string) =>
  moveFeedback(ctx, { feedbackId, event: 'finish', tells: 'feedback.solved' });

export const reopenFeedback = (ctx: TransactionContext, feedbackId: string) =>
  moveFeedback(ctx, { feedbackId, event: 'reopen', tells: 'feedback.reopened' });

/** Every order that took it up was refused: those words are its answer. */
export async function refuseDispatchedFeedback(
  ctx: TransactionContext,
  feedbackId: string,
  words: string,
): Promise<void> {
  await moveFeedback(ctx, {
    feedbackId,
    event: 'lose-orders',
    tells: 'feedback.orders-refused',
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

export const markFeedbackEvaluated = (ctx: TransactionContext, feedbackId: string) =>
  moveFeedback(ctx, { feedbackId, event: 'evaluate', tells: 'feedback.evaluated' });
