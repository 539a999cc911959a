import type { ComparedKind } from '../../known-subjects';
import { publicFeedback } from '../visibility';
import { hasKey, textIn } from '~/i18n/catalogue';
import { feedback } from '~/i18n/feedback';

export const comparedFeedback: ComparedKind = {
  changing: ['submitted', 'withdrawn'].map((type) => `feedback.${type}`),
  matters: (database, ids) =>
    database.read.feedback.findMany({
      where: { AND: publicFeedback, id: { in: [...ids] } },
      select: { id: true, title: true, areaId: true, state: true },
    }),
  titles: (database, { after, take }) =>
    database.sql.all(
      `SELECT "id", "title" FROM "Feedback" WHERE "id" > ? AND "hiddenAt" IS NULL AND "isPublic" = ?
         AND "state" <> 'withdrawn' ORDER BY "id" LIMIT ?`,
      [after, true, take],
    ),
  stateName: (locale, state) => {
    const key = `state.${state}`;
    return hasKey(feedback, key) ? textIn(locale, feedback)(key) : state;
  },
};
