import type { ComparedKind } from '../../known-subjects';
import { publicProposals } from '../visibility';
import { hasKey, textIn } from '~/i18n/catalogue';
import { proposals } from '~/i18n/proposals';

/** What is taken back, or lives on in another, is written anew by whoever wants it. */
const gone = ['withdrawn', 'merged'];

export const comparedProposals: ComparedKind = {
  changing: ['published', 'edited', 'withdrawn', 'merged', 'merge-undone'].map((type) => `proposal.${type}`),
  matters: (database, ids) =>
    database.read.proposal.findMany({
      where: { AND: [publicProposals, { state: { notIn: gone } }], id: { in: [...ids] } },
      select: { id: true, title: true, areaId: true, state: true },
    }),
  titles: (database, { after, take }) =>
    database.sql.all(
      `SELECT "id", "title" FROM "Proposal" WHERE "id" > ? AND "hiddenAt" IS NULL
         AND "state" NOT IN ('draft', ?, ?) ORDER BY "id" LIMIT ?`,
      [after, ...gone, take],
    ),
  stateName: (locale, state) => {
    const key = `state.${state}`;
    return hasKey(proposals, key) ? textIn(locale, proposals)(key) : state;
  },
};
