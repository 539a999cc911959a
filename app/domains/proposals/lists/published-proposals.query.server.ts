import { z } from 'zod';
import { categoryCode } from '../../categories/schema';
import { askedOf, definePublished, instant, known, orderOf, place } from '../../define-published.server';
import { proposalLifecycle } from '../lifecycle';
import { publicProposals } from '../visibility';
import { listPage, newestFirst } from '~/platform/db/lists/list-page';

const states = proposalLifecycle.states.filter((state) => state !== 'draft');

const shape = {
  title: z.string(),
  body: z.string(),
  category: categoryCode,
  areaId: z.string(),
  ...place,
  state: known(states),
  organisationId: z.string().nullable(),
  endorsementCount: z.int(),
  threshold: z.int(),
  commentCount: z.int(),
  deadlineAt: instant.nullable(),
  officialAnswer: z.string().nullable(),
  answeredAt: instant.nullable(),
  ballotId: z.string().nullable(),
  publishedAt: instant.nullable(),
  updatedAt: instant,
};

const columns = {
  ...{ id: true, title: true, body: true, category: true, areaId: true, state: true },
  ...{ latitude: true, longitude: true, place: true, organisationId: true },
  ...{ endorsementCount: true, threshold: true, commentCount: true, deadlineAt: true },
  ...{ officialAnswer: true, answeredAt: true, ballotId: true, publishedAt: true, updatedAt: true },
} as const;

/** Proposals as anyone may read them; who wrote one stands on its page alone. */
export const publishedProposals = definePublished({
  ...{ name: 'proposals', kind: 'proposal', states, time: 'publishedAt', changed: 'updatedAt', shape },
  rows: (ctx, asked) =>
    listPage({ order: newestFirst, cursor: asked.cursor, size: asked.size }, ({ behind, ...page }) =>
      ctx.database.read.proposal.findMany({
        where: { AND: [publicProposals, askedOf(asked, 'publishedAt'), behind] },
        ...page,
        ...orderOf(asked, 'publishedAt'),
        select: columns,
      }),
    ),
});
