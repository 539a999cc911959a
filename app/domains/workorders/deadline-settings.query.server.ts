import type { ReadContext } from '../context';
import { areasOfRoles } from '../actor';
import { revisionOf } from '../shown-fields.server';
import { portalTops } from '../identity/index.server';
import { areaNames } from '../territory/index.server';
import { holidayFields, holidayYears, limitRules } from './deadline-settings.server';
import { mayNameSuperior, maySetDeadlines } from './policy';
import { yearIn } from '~/lib/days';
import { writeHolidayLines } from './rules/deadlines/holidays';

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
  const [areas, organisations, people] = await Promise.all([
    areaNames(ctx, superiorIn),
    ctx.database.read.organisation.findMany({
      where: { id: { in: superiors.map((row) => row.organisationId) } },
      select: { id: true, name: true, areaId: true },
    }),
    ctx.database.read.person.findMany({
      where: { id: { in: superiors.map((row) => row.personId) } },
      select: { id: true, displayName: true },
    }),
  ]);
  const organisationOf = new Map(organisations.map((row) => [row.id, row]));
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
      name: people.find((person) => person.id === row.personId)?.displayName ?? '',
    })),
    workingHours: ctx.configuration.workingHours,
    mayChange: maySetDeadlines(ctx.actor, tops).allowed,
    /** The areas whose superiors the actor names. */
    superiorAreas: areasOfRoles(ctx.actor, ['administrator']),
  };
}
