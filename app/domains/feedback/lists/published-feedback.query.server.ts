import { z } from 'zod';
import { categoryCode } from '../../categories/schema';
import { askedOf, definePublished, instant, known, place } from '../../define-published.server';
import { openFeedbackKinds } from '../kinds';
import { feedbackLifecycle } from '../lifecycle';
import { publicFeedback } from '../visibility';
import { listPage, newestFirst } from '~/platform/db/lists/list-page';

const states = feedbackLifecycle.states.filter((state) => state !== 'withdrawn');

const shape = {
  kind: known(openFeedbackKinds),
  title: z.string(),
  body: z.string(),
  category: categoryCode,
  areaId: z.string(),
  ...place,
  state: known(states),
  organisationId: z.string().nullable(),
  answer: z.string().nullable(),
  answeredAt: instant.nullable(),
  deadlineAt: instant.nullable(),
  createdAt: instant,
  updatedAt: instant,
};

const columns = {
  ...{ id: true, kind: true, title: true, body: true, category: true, areaId: true, state: true },
  ...{ latitude: true, longitude: true, place: true, organisationId: true, answer: true },
  ...{ answeredAt: true, deadlineAt: true, createdAt: true, updatedAt: true },
} as const;

/** What people asked offices in public, with the answers. */
export const publishedFeedback = definePublished({
  ...{ name: 'feedback', kind: 'feedback', states, time: 'createdAt', changed: 'updatedAt', shape },
  rows: (ctx, asked) =>
    listPage({ order: newestFirst, cursor: asked.cursor, size: asked.size }, ({ behind, ...page }) =>
      ctx.database.read.feedback.findMany({
        where: { AND: [publicFeedback, askedOf(asked, 'createdAt'), behind] },
        ...page,
        select: columns,
      }),
    ),
});
