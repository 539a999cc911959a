import { areasOfRoles } from '../../actor';
import type { ReadContext } from '../../context';
import { ensure } from '../../domain-error';
import { displayNames } from '../../identity/index.server';
import { mayWatchHours } from '../policy';
import { mostHoursOfMutual, strikingPairs } from '../rules/points';
import { withinAny } from '~/platform/db/lists/area-scope';

const watchedDays = 30;
const shownMost = 100;

/** Of the last thirty days in the actor's areas: who confirmed strikingly much for whom. A person decides what it means. */
export async function strikingHours(ctx: ReadContext) {
  ensure(mayWatchHours(ctx.actor));
  const since = new Date(ctx.clock.now().getTime() - watchedDays * 24 * 3600_000);
  const areas = areasOfRoles(ctx.actor, ['moderator', 'administrator']);
  const groups = await ctx.database.read.signUp.groupBy({
    by: ['personId', 'confirmedBy'],
    where: {
      ...{ state: 'attended', minutes: { gt: 0 }, confirmedBy: { not: null } },
      shift: {
        ...{ startsAt: { gte: since }, cancelledAt: null },
        opportunity: { OR: withinAny(areas) },
      },
    },
    _sum: { minutes: true },
    having: { minutes: { _sum: { gt: mostHoursOfMutual * 60 } } },
  });
  const pairs = groups.map(({ personId, confirmedBy, _sum }) => ({
    ...{ personId, confirmedBy: confirmedBy ?? '', minutes: _sum.minutes ?? 0 },
  }));
  const striking = strikingPairs(pairs).slice(0, shownMost);
  const names = await displayNames(ctx, [
    ...new Set(striking.flatMap(({ personId, confirmedBy }) => [personId, confirmedBy])),
  ]);
  return striking.map(({ personId, confirmedBy, ...pair }) => ({
    ...pair,
    key: `${personId} ${confirmedBy}`,
    volunteer: names[personId] ?? '',
    confirmer: names[confirmedBy] ?? '',
  }));
}
