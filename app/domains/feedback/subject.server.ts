import type { SubjectServer } from '../define-subject.server';
import { askedInWeek } from './asked-in-week.query.server';
import { decideFeedback } from './decide-feedback.server';
import { comparedFeedback } from './compared-feedback.query.server';
import { heldInFeedback } from './held.server';
import { decideReportedFeedback } from './hide-feedback.server';
import { indexedFeedback } from './indexed-feedback.query.server';
import { ownFeedback } from './own-feedback.query.server';
import { mayReadFeedback } from './policy';
import { placedFeedback } from './placed-feedback.query.server';
import { searchFeedback } from './search-feedback.query.server';
import { feedback } from './subject';
import { takenUpFeedback } from './taken-up-feedback.server';
import { feedbackFactColumns, feedbackFacts, readableFeedback } from './visibility';
import { publishedFeedback } from './published-feedback.query.server';

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
