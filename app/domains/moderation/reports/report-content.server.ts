import type { Context } from '../../context';
import { doOnce } from '../../do-once.server';
import { DomainError } from '../../domain-error';
import { attachPictures } from '../../files/index.server';
import { appendEvent } from '../../ledger/index.server';
import { moderationEvents } from '../events';
import { openQueueItem } from '../queue/queue.server';
import { versionOf } from './version-of.server';
import { newId } from '~/platform/ids';
import { isUniqueViolation } from '~/platform/db/unique-violation';

export interface Report {
  subjectKind: string;
  subjectId: string;
  areaId: string;
  title: string;
  ground: string;
  words: string;
  /** The reporter's own pictures, of what is not to be seen in the thing itself. */
  pictureIds?: string[];
}

/** Under what pictures of a report are attached. */
export const reportPictures = 'content-report';

/**
 * A person says that something breaks the rules; each person once for each version of it. Throws `not-found` for a kind
 * on whose reports nobody decides.
 */
export async function reportContent(ctx: Context, report: Report): Promise<void> {
  const { actor } = ctx;
  if (actor.kind !== 'person') throw new DomainError('signed-out');
  const { subjectKind, subjectId, areaId, title, ground, words, pictureIds = [] } = report;
  if (ctx.subjects.offersOf(subjectKind)?.reported !== true) throw new DomainError('not-found');
  try {
    await doOnce(ctx, 'content.report', async (ctx) => {
      const id = newId(ctx.clock.now());
      await ctx.prisma.contentReport.create({
        data: {
          id,
          subjectKind,
          subjectId,
          reporterId: actor.personId,
          ground,
          words,
          version: await versionOf(ctx, report),
          createdAt: ctx.clock.now(),
        },
      });
      await attachPictures(ctx, { subjectKind: reportPictures, subjectId: id, fileIds: pictureIds });
      await openQueueItem(ctx, {
        kind: 'report',
        subjectKind,
        subjectId,
        areaId,
        title,
        detail: `${ground}: ${words}`,
      });
      await appendEvent(ctx, moderationEvents, {
        type: 'content.reported',
        subjectKind,
        subjectId,
        areaId,
        publicData: { title },
      });
      return subjectId;
    });
  } catch (error) {
    if (isUniqueViolation(error))
      throw new DomainError('conflict', { reason: 'moderation.already-reported' });
    throw error;
  }
}
