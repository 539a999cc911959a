import type { ReadContext } from '../../context';
import { areasOfRoles } from '../../actor';
import { revisionOf } from '../../shown-fields.server';
import { displayNames, portalTops } from '../../identity/index.server';
import { areaNames } from '../../territory/index.server';
import { holidayFields, holidayYears, limitRules } from './deadline-settings.server';
import { officeHoursShown } from './office-hours.query.server';
import { mayNameSuperior, maySetDeadlines } from '../policy';
import { yearIn } from '~/lib/time/days';
import { writeHolidayLines } from '../rules/deadlines/holidays';
import { organisationsById } from '../../organisations/index.server';

const shownYear = (row: Awaited<ReturnType<typeof holidayYears>>[number]) => ({
  ...row,
  lines: writeHolidayLines(row.days),
  revision: revisionOf(holidayFields(row)),
});

/** Everything by which deadlines are counted, with its sources: public. Superiors by name and title, no address. */
export async function deadlineSettings(ctx: ReadContext) {
  const year = yearIn(ctx.clock.now(), ctx.configuration.timeZone);
  const [years, limits, superiors, tops] = await Promise.all([
    holidayYears(ctx),
    limitRules(ctx),
    ctx.database.read.superior.findMany({ orderBy: [{ areaId: 'asc' }, { organisationId: 'asc' }] }),
    portalTops(ctx),
  ]);
  const superiorIn = superiors.map((row) => row.areaId);
  const [areas, organisationOf, people] = await Promise.all([
    areaNames(ctx, superiorIn),
    organisationsById(
      ctx,
      superiors.map((row) => row.organisationId),
    ),
    displayNames(
      ctx,
      superiors.map((row) => row.personId),
    ),
  ]);
  const known = new Set(years.map((row) => row.year));
  return {
    years: years.map(shownYear),
    newRevision: revisionOf(holidayFields(undefined)),
    missing: [year, year + 1].filter((candidate) => !known.has(candidate)),
    limits,
    superiors: superiors.map((row) => ({
      id: row.id,
      title: row.title,
      area: areas[row.areaId] ?? row.areaId,
      organisation: organisationOf.get(row.organisationId)?.name ?? null,
      mayChange: mayNameSuperior(ctx.actor, {
        areaId: row.areaId,
        organisationAreaId: organisationOf.get(row.organisationId)?.areaId ?? null,
      }).allowed,
      name: people[row.personId] ?? '',
    })),
    hours: await officeHoursShown(ctx),
    mayChange: maySetDeadlines(ctx.actor, tops).allowed,
    /** The areas whose superiors the actor names. */
    superiorAreas: areasOfRoles(ctx.actor, ['administrator']),
  };
}
