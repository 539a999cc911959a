import type { Context, TransactionContext } from '../context';
import { ensureCategory } from '../categories/index.server';
import { doOnce } from '../do-once.server';
import { DomainError, ensure } from '../domain-error';
import { attachPictures } from '../files/index.server';
import { appendEvent } from '../ledger/index.server';
import { openQueueItem } from '../moderation/index.server';
import { follow } from '../notifications/index.server';
import { ensureArea } from '../territory/index.server';
import { eventsFor } from './events';
import { sealedFor } from './sealed-for';
import { answerDays } from './lifecycle';
import { nextFeedbackNumber } from './next-number.server';
import { mayGiveFeedback } from './policy';
import type { FeedbackInput } from './schema';
import { plainTextHtml } from '~/lib/texts/plain-text';
import { indexText } from '~/platform/db/search';
import { newId } from '~/platform/ids';
import { renderMarkdown } from '~/platform/markdown/render-markdown.server';

/** Feedback as a form or another system gives it: where its place as a point is not known, null as well. */
export type PlacedFeedback = Omit<FeedbackInput, 'latitude' | 'longitude' | 'opened'> & {
  latitude?: number | null | undefined;
  longitude?: number | null | undefined;
};

export interface TakenFeedback {
  input: PlacedFeedback;
  pictureIds: string[];
  isPlainText?: boolean;
}

/** The same words of the same person, taken in since the form was opened: it was sent before, and no answer came. */
async function takenSince(
  ctx: TransactionContext,
  opened: number,
  { kind, title, body, category, areaId }: PlacedFeedback,
): Promise<string | null> {
  if (ctx.actor.kind !== 'person') return null;
  const { personId: authorId, actingFor } = ctx.actor;
  const words = { kind, title, body, category, areaId };
  const before = await ctx.prisma.feedback.findFirst({
    where: {
      ...{ authorId, organisationId: actingFor?.organisationId ?? null, ...words },
      ...{ state: { not: 'withdrawn' }, createdAt: { gte: new Date(opened) } },
    },
    select: { id: true },
  });
  return before?.id ?? null;
}

/**
 * Takes feedback in: it goes straight into the queue of the area's moderators. Answers its id. A form that says when it
 * was opened is taken once however late it is sent again: it may have waited on a phone for days.
 */
export async function submitFeedback(
  ctx: Context,
  { opened, ...input }: PlacedFeedback & Pick<FeedbackInput, 'opened'>,
  pictureIds: string[],
): Promise<string> {
  const take = (ctx: TransactionContext) => takeFeedback(ctx, { input, pictureIds });
  if (opened === undefined) return doOnce(ctx, 'feedback.submit', take);
  // Whatever address it comes by, and with which pictures: by its words it is one form.
  const byWords = { ...ctx, formDigest: () => Promise.resolve(JSON.stringify([opened, input])) };
  return doOnce(
    byWords,
    'feedback.submit',
    async (ctx) => (await takenSince(ctx, opened, input)) ?? (await take(ctx)),
  );
}

/** The same within the transaction of a larger act; what another system sends is plain text and no Markdown. */
export async function takeFeedback(
  ctx: TransactionContext,
  { input, pictureIds, isPlainText = false }: TakenFeedback,
): Promise<string> {
  ensure(mayGiveFeedback(ctx.actor));
  if (ctx.actor.kind !== 'person') throw new DomainError('signed-out');
  const { personId, actingFor } = ctx.actor;
  const now = ctx.clock.now();
  const id = newId(now);
  const deadlineAt = new Date(now.getTime() + answerDays * 24 * 3600_000);
  const { place, latitude, longitude, isPublic, ...columns } = input;
  await ensureArea(ctx, input.areaId);
  await ensureCategory(ctx, input.category);
  await ctx.prisma.feedback.create({
    data: {
      id,
      ...columns,
      bodyHtml: isPlainText ? plainTextHtml(input.body) : renderMarkdown(input.body),
      place: place === '' ? null : place,
      latitude: latitude ?? null,
      longitude: longitude ?? null,
      isPublic: isPublic === 'yes',
      state: 'submitted',
      authorId: personId,
      organisationId: actingFor?.organisationId ?? null,
      deadlineAt,
      createdAt: now,
      updatedAt: now,
    },
  });
  await attachPictures(ctx, { subjectKind: 'feedback', subjectId: id, fileIds: pictureIds });
  await follow(ctx, { personId, subjectKind: 'feedback', subjectId: id, at: now });
  await announce(ctx, { id, input, deadlineAt });
  // Last: whoever else sends something waits for the number from here on, and no longer.
  await ctx.prisma.feedback.update({ where: { id }, data: { number: await nextFeedbackNumber(ctx) } });
  return id;
}

/** What is public can be found; what waits stands in the queue; and the event tells of it. */
async function announce(
  ctx: TransactionContext,
  feedback: { id: string; input: PlacedFeedback; deadlineAt: Date },
): Promise<void> {
  const { id, input, deadlineAt } = feedback;
  const { title, body, areaId } = input;
  const isPublic = input.isPublic === 'yes';
  if (isPublic) await indexText(ctx, { kind: 'feedback', id, title, body });
  const subject = { subjectKind: 'feedback', subjectId: id, areaId };
  await openQueueItem(ctx, { kind: 'feedback', ...subject, title, dueAt: deadlineAt });
  await appendEvent(sealedFor(ctx, input.kind), eventsFor({ isPublic }), {
    type: 'feedback.submitted',
    ...subject,
    publicData: { title },
  });
}
