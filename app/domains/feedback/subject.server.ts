import type { SubjectServer } from '../define-subject.server';
import { askedInWeek } from './lists/asked-in-week.query.server';
import { decideFeedback } from './decide-feedback.server';
import { comparedFeedback } from './lists/compared-feedback.query.server';
import { heldInFeedback } from './held.server';
import { decideReportedFeedback } from './hide-feedback.server';
import { indexedFeedback } from './lists/indexed-feedback.query.server';
import { ownFeedback } from './lists/own-feedback.query.server';
import { mayReadFeedback } from './policy';
import { placedFeedback } from './lists/placed-feedback.query.server';
import { searchFeedback } from './lists/search-feedback.query.server';
import { feedback } from './subject';
import { takenUpFeedback } from './lists/taken-up-feedback.server';
import { feedbackFactColumns, feedbackFacts, readableFeedback } from './visibility';
import { publishedFeedback } from './lists/published-feedback.query.server';

export const feedbackServer: SubjectServer = {
  subject: feedback,
  access: {
    feedback: {
      table: 'Feedback',
      listed: ({ database, actor }, ids) =>
        database.read.feedback.findMany({
          where: { AND: readableFeedback(actor), id: { in: ids } },
          select: { id: true, title: true },
        }),
      ruled: async ({ database, actor }, ids) => {
        const where = { id: { in: ids } };
        const rows = await database.read.feedback.findMany({ where, select: feedbackFactColumns });
        return rows.filter((row) => mayReadFeedback(actor, feedbackFacts(row)).allowed);
      },
    },
  },
  held: heldInFeedback,
  own: ownFeedback,
  weekly: askedInWeek,
  queue: {
    feedback: {
      decide: (ctx, { subjectId }, { approve, reason }) =>
        decideFeedback(ctx, subjectId, { act: approve ? 'answer' : 'refuse', words: reason }),
    },
  },
  reports: {
    feedback: (ctx, feedbackId, decision) => decideReportedFeedback(ctx, { feedbackId, ...decision }),
  },
  takenUp: { feedback: takenUpFeedback },
  compared: { feedback: comparedFeedback },
  indexed: { feedback: indexedFeedback },
  placed: { feedback: placedFeedback },
  search: { feedback: searchFeedback },
  published: [publishedFeedback],
};
