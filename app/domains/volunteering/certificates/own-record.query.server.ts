import type { PersonActor } from '../../actor';
import type { ReadContext } from '../../context';
import { displayNames } from '../../identity/index.server';
import { organisationNames } from '../../organisations/index.server';
import { placeOf, responsibleFor, workOf } from '../load-shift.server';

/** Everything that was confirmed for the actor, oldest first: all of it. */
export async function ownRecord(ctx: ReadContext & { actor: PersonActor }) {
  const rows = await ctx.database.read.signUp.findMany({
    where: {
      personId: ctx.actor.personId,
      state: 'attended',
      minutes: { gt: 0 },
      shift: { cancelledAt: null },
    },
    orderBy: [{ shift: { startsAt: 'asc' } }, { id: 'asc' }],
    include: { shift: { include: { opportunity: true } } },
  });
  const opportunities = rows.map(({ shift }) => shift.opportunity);
  const [people, organisations] = await Promise.all([
    displayNames(ctx, [...new Set(rows.map(({ shift }) => responsibleFor(shift)))]),
    organisationNames(ctx, [...new Set(opportunities.map(({ organisationId }) => organisationId))]),
  ]);
  return rows.map(({ id, shift, role, minutes, ...row }) => ({
    id,
    activity: shift.opportunity.title,
    startsAt: shift.startsAt,
    place: placeOf(shift),
    task: workOf(shift, role),
    minutes: minutes ?? 0,
    evaluation: row.evaluatedAt && {
      ...{ words: row.evaluation ?? '', stars: row.stars, at: row.evaluatedAt },
    },
    organisation: organisations[shift.opportunity.organisationId] ?? '',
    contact: people[responsibleFor(shift)] ?? '',
  }));
}
