import type { PersonActor } from '../../actor';
import type { ReadContext } from '../../context';
import { rewardClaimLifecycle } from '../lifecycle';
import { balanceOf, pointsOf } from '../rules/points';
import type { Balance, Points } from '../rules/points';
import { stepOf } from '~/lib/lifecycle';

const handOver = stepOf(rewardClaimLifecycle, 'hand-over');
/** States in which a piece has its price. */
export const spending = [...handOver.from, handOver.to];

/** The actor's points by the published rule, of all service that stands confirmed. They are shown to nobody else. */
export async function ownPoints(
  ctx: ReadContext & { actor: PersonActor },
): Promise<Points & { balance: Balance }> {
  const { personId } = ctx.actor;
  const earned = await pointsOfPerson(ctx, personId);
  return { ...earned, balance: balanceOf(earned.points, await spentBy(ctx, personId)) };
}

/** What rewards have cost the person: what is kept for them, and what was handed over. */
async function spentBy(ctx: ReadContext, personId: string): Promise<number> {
  const { _sum } = await ctx.database.read.rewardClaim.aggregate({
    where: { personId, state: { in: spending } },
    _sum: { points: true },
  });
  return _sum.points ?? 0;
}

/** What the person may spend now. Who spends holds the person's row first. */
export async function balanceOfPerson(ctx: ReadContext, personId: string): Promise<Balance> {
  const { points } = await pointsOfPerson(ctx, personId);
  return balanceOf(points, await spentBy(ctx, personId));
}

async function pointsOfPerson(ctx: ReadContext, personId: string): Promise<Points> {
  const points = (await pointsOfPersons(ctx, [personId])).get(personId);
  if (!points) throw new Error('whoever was asked for has points, if only none');
  return points;
}

/** Points of some persons, read for all of them at once. */
export async function pointsOfPersons(
  ctx: ReadContext,
  personIds: readonly string[],
): Promise<Map<string, Points>> {
  const served = { state: 'attended', minutes: { gt: 0 }, shift: { cancelledAt: null } };
  const rows = await ctx.database.read.signUp.findMany({
    where: { personId: { in: [...personIds] }, ...served },
    select: { personId: true, minutes: true, confirmedBy: true, shift: { select: { startsAt: true } } },
  });
  // Only of those who confirmed hours of the person it counts whose hours the person confirmed in turn.
  const confirmers = [...new Set(rows.flatMap(({ confirmedBy }) => confirmedBy ?? []))];
  const pairs = await ctx.database.read.signUp.groupBy({
    by: ['personId', 'confirmedBy'],
    where: { confirmedBy: { in: [...personIds] }, personId: { in: confirmers }, ...served },
  });
  return new Map(
    personIds.map((personId) => {
      const services = rows
        .filter((row) => row.personId === personId)
        .map(({ minutes, confirmedBy, shift }) => ({
          ...{ startsAt: shift.startsAt, minutes: minutes ?? 0, confirmedBy },
        }));
      const confirmed = new Set(
        pairs.filter((pair) => pair.confirmedBy === personId).map((pair) => pair.personId),
      );
      const { timeZone } = ctx.configuration;
      return [personId, pointsOf({ personId, services, confirmed, timeZone })];
    }),
  );
}
