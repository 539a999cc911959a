import type { PersonActor } from '../../actor';
import { hasMandate } from '../../actor';
import type { ReadContext } from '../../context';
import { obligationLifecycle } from '../lifecycle';
import { stepOf } from '~/lib/lifecycle';

const most = 50;

/** What the actor's organisations have promised in agreements in force and not reported yet, the first due first. */
export async function ownPromises(ctx: ReadContext & { actor: PersonActor }) {
  const own = ctx.actor.memberships.filter(hasMandate).map(({ organisationId }) => organisationId);
  if (own.length === 0) return [];
  const rows = await ctx.database.read.obligation.findMany({
    where: {
      ...{ organisationId: { in: own }, state: { in: stepOf(obligationLifecycle, 'report').from } },
      agreement: { state: 'in-force' },
    },
    orderBy: [{ dueAt: { sort: 'asc', nulls: 'last' } }, { id: 'asc' }],
    take: most,
    select: {
      ...{ id: true, text: true, dueAt: true, state: true },
      agreement: { select: { id: true, title: true } },
    },
  });
  const now = ctx.clock.now();
  return rows.map((row) => ({ ...row, overdue: row.dueAt !== null && row.dueAt < now }));
}
