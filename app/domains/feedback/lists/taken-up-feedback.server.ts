import type { ReadContext, TransactionContext } from '../../context';
import type { TakenUp } from '../../taken-up';
import { feedbackPage } from '../feedback.query.server';
import { linkableFeedback } from './linkable-feedback.query.server';
import {
  markFeedbackDispatched,
  markFeedbackEvaluated,
  markFeedbackSolved,
  refuseDispatchedFeedback,
  reopenFeedback,
} from '../move-feedback.server';
import { misconduct } from '../kinds';
import { mayReadFeedback } from '../policy';
import { feedbackFactColumns, feedbackFacts, publicFeedback, readableFeedback } from '../visibility';
import type { FeedbackFactRow } from '../visibility';

const pageOf = (id: string) => ({ kind: 'feedback', id });

const wordColumns = {
  ...feedbackFactColumns,
  body: true,
  category: true,
  latitude: true,
  longitude: true,
  place: true,
} as const;

/** How work orders take feedback up. */
export const takenUpFeedback: TakenUp<ReadContext, TransactionContext> = {
  linkable: async (ctx, asked) =>
    (await linkableFeedback(ctx, asked)).map((row) => ({ ...row, page: pageOf(row.id) })),
  cards: async ({ database }, ids) => {
    const where = { id: { in: [...ids] } };
    const rows = await database.read.feedback.findMany({ where, select: feedbackFactColumns });
    return rows.map((row) => ({
      ...{ id: row.id, title: row.title, areaId: row.areaId, askedBy: row.authorId, page: pageOf(row.id) },
      reads: (actor) => mayReadFeedback(actor, feedbackFacts(row)),
    }));
  },
  words: async ({ database }, id) => {
    const row = await database.read.feedback.findUnique({ where: { id }, select: wordColumns });
    return (
      row && {
        ...row,
        sealed: row.kind === misconduct,
        reads: (actor) => mayReadFeedback(actor, feedbackFacts(row)),
      }
    );
  },
  askerOf: async (ctx, id) => (await feedbackPage(ctx, id)).authorName,
  begin: (ctx, { id, workOrderId }) => markFeedbackDispatched(ctx, { feedbackId: id, workOrderId }),
  places: ({ database }, ids) =>
    database.read.feedback.findMany({
      where: { id: { in: [...ids] }, latitude: { not: null } },
      select: { id: true, latitude: true, longitude: true },
    }),
  closing: {
    table: 'Feedback',
    relation: 'wordsOfFeedback',
    open: publicFeedback,
    readable: readableFeedback,
    facts: feedbackFactColumns,
    reads: (actor, row) => mayReadFeedback(actor, feedbackFacts(row as FeedbackFactRow)).allowed,
  },
  follows: {
    table: 'Feedback',
    statesOf: ({ database }, ids) =>
      database.read.feedback.findMany({ where: { id: { in: [...ids] } }, select: { id: true, state: true } }),
    stages: { dispatched: 'working', solved: 'done', evaluated: 'evaluated' },
    moves: { finish: markFeedbackSolved, evaluate: markFeedbackEvaluated, reopen: reopenFeedback },
    loseOrders: refuseDispatchedFeedback,
  },
};
