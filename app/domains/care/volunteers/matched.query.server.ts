import type { ReadContext } from '../../context';
import { displayNames } from '../../identity/index.server';
import { organisationNames } from '../../organisations/index.server';
import { volunteersFit } from '../../volunteering/index.server';
import { givenBackFrom } from '../lifecycle';
import { mayBeAsked } from '../policy';
import type { NeedFacts } from '../policy';
import { trailOf } from '~/lib/geo/division-code';

const most = 100;

interface ToMatch {
  startsAt: Date;
  need: NeedFacts;
}

/**
 * The vetted volunteers of the place who may be asked for a task: those first whose free time it lies in and who live
 * near, then those with less to do. Why is shown; the staff decides.
 */
export async function matchedVolunteers(ctx: ReadContext, { startsAt, need }: ToMatch) {
  const { read } = ctx.database;
  const all = await read.careVolunteer.findMany({
    where: { state: 'vetted', areaId: { in: trailOf(need.areaId) } },
    orderBy: { id: 'asc' },
    take: most,
  });
  const rows = all.filter((row) => mayBeAsked(row, need).allowed);
  const personIds = rows.map(({ personId }) => personId);
  const [names, organisations, fits, busy] = await Promise.all([
    displayNames(ctx, personIds),
    organisationNames(
      ctx,
      rows.map(({ organisationId }) => organisationId),
    ),
    volunteersFit(ctx, personIds, { startsAt, areaId: need.areaId }),
    read.careTask.groupBy({
      by: ['doneBy'],
      where: { doneBy: { in: personIds }, state: { in: [...givenBackFrom] } },
      _count: { _all: true },
    }),
  ]);
  const points = (personId: string) => fits.get(personId)?.points ?? 0;
  return rows
    .map(({ id, personId, organisationId }) => ({
      personId,
      shown: {
        ...{ id, name: names[personId] ?? '', organisation: organisations[organisationId] ?? '' },
        isFree: fits.get(personId)?.freeTime != null,
        isNear: fits.get(personId)?.near === 'here',
        tasks: busy.find(({ doneBy }) => doneBy === personId)?._count._all ?? 0,
      },
    }))
    .sort(
      (one, other) => points(other.personId) - points(one.personId) || one.shown.tasks - other.shown.tasks,
    )
    .map(({ shown }) => shown);
}
