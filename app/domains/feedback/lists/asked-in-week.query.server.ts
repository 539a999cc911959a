import type { PersonContext } from '../../define-subject.server';
import type { Week, WeeklyNews } from '../../weekly-news';
import { publicFeedback } from '../visibility';
import { within } from '~/platform/db/lists/area-scope';

/** How much feedback that anyone may read came in the week from where the person lives. */
export async function askedInWeek(ctx: PersonContext, { since, until }: Week): Promise<WeeklyNews[]> {
  const areaId = ctx.actor.residenceAreaId ?? ctx.actor.homeAreaId;
  if (areaId === null) return [];
  const count = await ctx.database.read.feedback.count({
    where: { ...publicFeedback, areaId: within(areaId), createdAt: { gte: since, lt: until } },
  });
  return [{ what: 'asked-number', count }];
}
