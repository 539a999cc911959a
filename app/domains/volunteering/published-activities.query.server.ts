import { z } from 'zod';
import { askedOf, definePublished, instant, known, orderOf, readableIds } from '../define-published.server';
import { readableOpportunities } from './visibility';
import { paths } from '~/paths';
import { listPage, newestFirst } from '~/platform/db/lists/list-page';

const states = ['published', 'cancelled'] as const;
const open = readableOpportunities({ kind: 'visitor' });

/** Volunteer activities that were published. */
export const publishedActivities = definePublished({
  ...{ name: 'activities', kind: 'opportunity', states, time: 'publishedAt' },
  shape: {
    title: z.string(),
    body: z.string(),
    organisationId: z.string(),
    areaId: z.string(),
    proposalId: z.string().nullable(),
    place: z.string().nullable(),
    requirements: z.string(),
    risks: z.string(),
    minimumAge: z.int(),
    state: known(states),
    publishedAt: instant.nullable(),
  },
  rows: async (ctx, asked) => {
    const { items, next } = await listPage(
      { order: newestFirst, cursor: asked.cursor, size: asked.size },
      ({ behind, ...page }) =>
        ctx.database.read.opportunity.findMany({
          where: { AND: [open, askedOf(asked, 'publishedAt'), behind] },
          ...page,
          ...orderOf(asked, 'publishedAt'),
          select: {
            ...{ id: true, title: true, body: true, organisationId: true, areaId: true, proposalId: true },
            ...{ place: true, requirements: true, risks: true, minimumAge: true, state: true },
            publishedAt: true,
          },
        }),
    );
    const readable = await readableIds(
      ctx,
      'proposal',
      items.map(({ proposalId }) => proposalId),
    );
    return { next, items: items.map((row) => ({ ...row, proposalId: readable(row.proposalId) })) };
  },
});

/** The shifts of these activities, with how many places are taken, and never by whom. */
export const publishedShifts = definePublished({
  ...{ name: 'shifts', kind: 'opportunity', time: 'startsAt' },
  shape: {
    activityId: z.string(),
    areaId: z.string(),
    startsAt: instant,
    endsAt: instant,
    signUpUntil: instant,
    capacity: z.int(),
    taken: z.int(),
    task: z.string(),
    place: z.string(),
    cancelledAt: instant.nullable(),
  },
  pathOf: ({ activityId }) => paths.opportunity(String(activityId)),
  rows: async (ctx, { areaId, ...asked }) => {
    const { areaId: area } = askedOf({ areaId, size: asked.size });
    const { items, next } = await listPage(
      { order: newestFirst, cursor: asked.cursor, size: asked.size },
      ({ behind, ...page }) =>
        ctx.database.read.shift.findMany({
          where: {
            AND: [askedOf(asked, 'startsAt'), behind],
            opportunity: { AND: [open, area ? { areaId: area } : {}] },
          },
          ...page,
          select: {
            ...{ id: true, opportunityId: true, startsAt: true, endsAt: true, signUpUntil: true },
            ...{ capacity: true, taken: true, task: true, place: true, cancelledAt: true },
            opportunity: { select: { areaId: true } },
          },
        }),
    );
    return {
      next,
      items: items.map(({ opportunity, opportunityId: activityId, ...row }) => ({
        ...{ ...row, activityId, areaId: opportunity.areaId },
      })),
    };
  },
});
