import type { Context } from '../context';
import { DomainError, ensure } from '../domain-error';
import { attachPictures } from '../files/index.server';
import { appendEvent } from '../ledger/index.server';
import { openQueueItem } from '../moderation/index.server';
import { follow } from '../notifications/index.server';
import { eventsFor } from './events';
import { answerDays } from './lifecycle';
import { mayGiveFeedback } from './policy';
import type { FeedbackInput } from './schema';
import { indexText } from '~/platform/db/search';
import { newId } from '~/platform/ids';
import { renderMarkdown } from '~/platform/markdown/render-markdown.server';

/** Takes feedback in: it goes straight into the queue of the area's moderators. Answers its id. */
export async function submitFeedback(
  ctx: Context,
  input: FeedbackInput,
  pictureIds: string[],
): Promise<string> {
  ensure(mayGiveFeedback(ctx.actor));
  if (ctx.actor.kind !== 'person') throw new DomainError('signed-out');
  const { personId, actingFor } = ctx.actor;
  const now = ctx.clock.now();
  const id = newId(now);
  const deadlineAt = new Date(now.getTime() + answerDays * 24 * 3600_000);
  const { place, isPublic, ...columns } = input;
  await ctx.database.transaction(async (tx) => {
    if ((await tx.prisma.area.count({ where: { id: input.areaId } })) === 0) {
      throw new DomainError('invalid', { field: 'areaId', reason: 'unknown-area' });
    }
    await tx.prisma.feedback.create({
      data: {
        id,
        ...columns,
        bodyHtml: renderMarkdown(input.body),
        place: place === '' ? null : place,
        isPublic: isPublic === 'yes',
        state: 'submitted',
        authorId: personId,
        organisationId: actingFor?.organisationId ?? null,
        deadlineAt,
        createdAt: now,
        updatedAt: now,
      },
    });
    await attachPictures(tx, ctx, { subjectKind: 'feedback', subjectId: id, fileIds: pictureIds });
    await follow(tx, { personId, subjectKind: 'feedback', subjectId: id, at: now });
    if (isPublic === 'yes') {
      const text = `${input.title} ${input.body}`;
      await indexText(tx, { kind: 'feedback', id, areaId: input.areaId, text });
    }
    await openQueueItem(tx, ctx, {
      kind: 'feedback',
      subjectKind: 'feedback',
      subjectId: id,
      areaId: input.areaId,
      title: input.title,
      dueAt: deadlineAt,
    });
    await appendEvent(tx, ctx, eventsFor({ isPublic: isPublic === 'yes' }), {
      type: 'feedback.submitted',
      subjectKind: 'feedback',
      subjectId: id,
      areaId: input.areaId,
      publicData: { title: input.title },
    });
  });
  return id;
}
