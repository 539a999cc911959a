import type { Context } from '../context';
import { inTransaction } from '../in-transaction.server';
import { DomainError, ensure } from '../domain-error';
import { appendEvent } from '../ledger/index.server';
import { deliberationEvents } from './events';
import { mayModerateComment } from './policy';
import { isUniqueViolation } from '~/platform/db/unique-violation';
import { renderMarkdown } from '~/platform/markdown/render-markdown.server';

export interface NewSummary {
  subjectKind: string;
  subjectId: string;
  areaId: string;
  title: string;
  /** Empty words take the summary down. */
  body: string;
  /** The version that the moderator saw; 0 where there was none. */
  version: number;
}

/**
 * A moderator pins a summary above a discussion, changes it or takes it down: each time a new version, on record.
 * Throws `conflict` where another moderator wrote one meanwhile.
 */
export async function summariseDiscussion(ctx: Context, input: NewSummary): Promise<void> {
  ensure(mayModerateComment(ctx.actor, input));
  const { actor } = ctx;
  if (actor.kind !== 'person') throw new DomainError('signed-out');
  const { subjectKind, subjectId, areaId, title, body, version } = input;
  if (body === '' && version === 0) throw new DomainError('invalid', { field: 'body', reason: 'invalid' });
  const conflict = () => new DomainError('conflict', { reason: 'changed-meanwhile' });
  try {
    await inTransaction(ctx, async (ctx) => {
      const latest = await ctx.prisma.discussionSummary.findFirst({
        where: { subjectKind, subjectId },
        orderBy: { version: 'desc' },
        select: { version: true },
      });
      if ((latest?.version ?? 0) !== version) throw conflict();
      await ctx.prisma.discussionSummary.create({
        data: {
          subjectKind,
          subjectId,
          version: version + 1,
          body,
          bodyHtml: renderMarkdown(body),
          writtenBy: actor.personId,
          writtenAt: ctx.clock.now(),
        },
      });
      await appendEvent(ctx, deliberationEvents, {
        type: body === '' ? 'discussion.summary-removed' : 'discussion.summarised',
        subjectKind,
        subjectId,
        areaId,
        publicData: { title, version: version + 1 },
      });
    });
  } catch (error) {
    throw isUniqueViolation(error) ? conflict() : error;
  }
}
