import type { Context } from '../context';
import { organisationNames } from '../organisations/index.server';
import { areaNames } from '../territory/index.server';
import { holidayYears, limitRules } from './deadline-settings.server';
import { maySetDeadlines } from './policy';
import { yearIn } from '~/lib/days';
import { writeHolidayLines } from './rules/deadlines/holidays';

/** Everything by which deadlines are counted, with its sources: public. Superiors by name and title, no address. */
export async function deadlineSettings(ctx: Context) {
  const year = yearIn(ctx.clock.now(), ctx.configuration.timeZone);
  const [years, limits, superiors] = await Promise.all([
    holidayYears(ctx),
    limitRules(ctx),
    ctx.database.read.superior.findMany({ orderBy: [{ areaId: 'asc' }, { organisationId: 'asc' }] }),
  ]);
  const [areas, organisations, people] = await Promise.all([
    areaNames(
      ctx,
      superiors.map((row) => row.areaId),
    ),
    organisationNames(
      ctx,
      superiors.map((row) => row.organisationId),
    ),
    ctx.database.read.person.findMany({
      where: { id: { in: superiors.map((row) => row.personId) } },
      select: { id: true, displayName: true },
    }),
  ]);
  const known = new Set(years.map((row) => row.year));
  return {
    years: years.map((row) => ({ ...row, lines: writeHolidayLines(row.days) })),
    missing: [year, year + 1].filter((candidate) => !known.has(candidate)),
    limits,
    superiors: superiors.map((row) => ({
      id: row.id,
      title: row.title,
      area: areas[row.areaId] ?? row.areaId,
      organisation: organisations[row.organisationId] ?? null,
      name: people.find((person) => person.id === row.personId)?.displayName ?? '',
    })),
    workingHours: ctx.configuration.workingHours,
    mayChange: maySetDeadlines(ctx.actor).allowed,
  };
}
