import type { PersonContext } from '../define-subject.server';
import type { Week, WeeklyNews } from '../weekly-news';
import { readableBallots } from './visibility';
import { trailOf } from '~/lib/geo/division-code';
import { paths } from '~/paths';

const most = 5;

/** The open ballots that opened in the week where the person lives, or in an area above; those that end first, first. */
export async function openedBallots(ctx: PersonContext, { since, until }: Week): Promise<WeeklyNews[]> {
  const areas = [ctx.actor.residenceAreaId, ctx.actor.homeAreaId].flatMap((id) => trailOf(id ?? ''));
  if (areas.length === 0) return [];
  const ballots = await ctx.database.read.ballot.findMany({
    where: {
      AND: readableBallots,
      ...{ areaId: { in: areas }, state: 'open' },
      opensAt: { gte: since, lt: until },
      closesAt: { gt: ctx.clock.now() },
    },
    orderBy: [{ closesAt: 'asc' }, { id: 'asc' }],
    take: most,
    select: { id: true, title: true, closesAt: true },
  });
  return ballots.map(({ id, title, closesAt }) => ({
    ...{ what: 'opened' as const, title, to: paths.ballot(id), until: closesAt },
  }));
}
