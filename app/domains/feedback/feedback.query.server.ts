import type { ReadContext } from '../context';
import { DomainError, ensure } from '../domain-error';
import { picturesOf } from '../files/index.server';
import { misconduct } from './kinds';
import {
  isAuthor,
  mayDecideFeedback,
  mayModerateFeedback,
  mayReadFeedback,
  mayReadReporter,
  mayWithdrawFeedback,
} from './policy';
import { feedbackFactColumns, feedbackFacts, publicFeedback, readableFeedback } from './visibility';
import { displayNames } from '../identity/index.server';
import { within } from '~/platform/db/lists/area-scope';
import { listPage, newestFirst } from '~/platform/db/lists/list-page';

const pageSize = 20;

const cardColumns = {
  id: true,
  number: true,
  hiddenAt: true,
  kind: true,
  title: true,
  category: true,
  areaId: true,
  state: true,
  isPublic: true,
  createdAt: true,
} as const;

export interface FeedbackFilter {
  areaId?: string | undefined;
  kind?: string | undefined;
  cursor?: string | undefined;
  /** Only this person's own, the non-public ones included. */
  authorId?: string | undefined;
}

/** One page of public feedback, or of a person's own; their numbers tell only those who asked. */
export async function listFeedback(ctx: ReadContext, filter: FeedbackFilter) {
  return listPage(
    { order: newestFirst, cursor: filter.cursor, size: pageSize },
    async ({ behind, ...page }) => {
      const rows = await ctx.database.read.feedback.findMany({
        where: {
          AND: [filter.authorId ? { authorId: filter.authorId } : publicFeedback, behind],
          ...(filter.areaId ? { areaId: within(filter.areaId) } : {}),
          ...(filter.kind ? { kind: filter.kind } : {}),
        },
        ...page,
        select: cardColumns,
      });
      return rows.map((row) => ({ ...row, number: filter.authorId ? row.number : null }));
    },
  );
}

/**
 * One matter with what the reader may do; the departments of the orders that took it up read it too, and those of
 * `departmentIds`. Throws `not-found`, `forbidden`.
 */
export async function feedbackPage(
  ctx: ReadContext,
  feedbackId: string,
  departmentIds: readonly string[] = [],
) {
  const row = await ctx.database.read.feedback.findUnique({
    where: { id: feedbackId },
    include: { orderLinks: feedbackFactColumns.orderLinks },
    omit: { answeredBy: true },
  });
  if (!row) throw new DomainError('not-found');
  const { departmentIds: working, ...feedback } = feedbackFacts(row);
  ensure(mayReadFeedback(ctx.actor, { ...feedback, departmentIds: [...working, ...departmentIds] }));
  const [names, pictures] = await Promise.all([
    displayNames(ctx, [feedback.authorId]),
    picturesOf(ctx, 'feedback', feedbackId),
  ]);
  const isOwn = isAuthor(ctx.actor, feedback);
  const moderate = mayModerateFeedback(ctx.actor, feedback).allowed;
  return {
    // Numbers follow each other: a gap between two would tell of what was sent in confidence.
    feedback: { ...feedback, number: isOwn || moderate ? feedback.number : null },
    isOwn,
    // Of a report of misconduct the name is opened with a reason alone (`readReporter`).
    authorName: feedback.kind === misconduct && !isOwn ? '' : (names[feedback.authorId] ?? ''),
    pictures,
    may: {
      decide: mayDecideFeedback(ctx.actor, feedback),
      withdraw: mayWithdrawFeedback(ctx.actor, feedback),
      moderate,
      readReporter: mayReadReporter(ctx.actor, { ...feedback, departmentIds: working }).allowed,
    },
  };
}

/** Of the feedback with these ids what the actor may read, for pages that link to it. */
export async function feedbackCards(ctx: ReadContext, ids: readonly string[]) {
  return ctx.database.read.feedback.findMany({
    where: { AND: readableFeedback(ctx.actor), id: { in: [...ids] } },
    select: cardColumns,
  });
}
