import type { ReadContext } from '../../context';
import { announcedYears, knownYears, writeHolidayLines } from '../rules/deadlines/holidays';
import type { HolidayYear, SpecialDay } from '../rules/deadlines/holidays';
import { chooseLimit, defaultLimits, limitTimeOf } from '../rules/deadlines/limits';
import type { LimitRule } from '../rules/deadlines/limits';
import { workingCalendar } from '../rules/deadlines/working-calendar';
import type { WorkingCalendar } from '../rules/deadlines/working-calendar';
import { officeHours } from './office-hours.query.server';
import { readWorkingHours } from '../rules/deadlines/working-hours';

/** The known years: those announced, and in their place those an administrator has entered. */
export async function holidayYears(ctx: ReadContext): Promise<(HolidayYear & { entered: boolean })[]> {
  const rows = await ctx.database.read.holidayYear.findMany();
  const entered = rows.map(({ year, source, days, checked }) => ({
    year,
    source,
    checked,
    days: JSON.parse(days) as SpecialDay[],
  }));
  return knownYears(entered).map((year) => ({ ...year, entered: !announcedYears.includes(year) }));
}

/** A year as its form shows it; one that is not known yet is empty. */
export function holidayFields(year: HolidayYear | undefined) {
  return {
    source: year?.source ?? '',
    days: year ? writeHolidayLines(year.days) : '',
    checked: year?.checked ? 'yes' : '',
  };
}

let last: { key: string; calendar: WorkingCalendar } | null = null;

/** The portal's working calendar. Built anew only when years, hours or zone have changed. */
export async function openCalendar(ctx: ReadContext): Promise<WorkingCalendar> {
  const years = await holidayYears(ctx);
  const { timeZone } = ctx.configuration;
  const { hours } = await officeHours(ctx);
  const key = JSON.stringify([years, hours, timeZone]);
  if (last?.key === key) return last.calendar;
  const calendar = workingCalendar({ years, hours: readWorkingHours(hours) ?? [], timeZone });
  last = { key, calendar };
  return calendar;
}

const keyOf = (rule: Pick<LimitRule, 'category' | 'level' | 'urgency'>) =>
  `${rule.category}/${rule.level}/${rule.urgency}`;

/** The limits in force: those entered, and the defaults that none of them replaces. */
export async function limitRules(ctx: ReadContext): Promise<(LimitRule & { entered: boolean })[]> {
  const rows = await ctx.database.read.limitRule.findMany({
    orderBy: [{ category: 'asc' }, { urgency: 'asc' }, { level: 'asc' }],
  });
  const taken = new Set(rows.map(keyOf));
  const defaults = defaultLimits.filter((rule) => !taken.has(keyOf(rule)));
  return [
    ...defaults.map((rule) => ({ ...rule, entered: false })),
    ...rows.map((row) => ({
      ...row,
      responseTime: limitTimeOf(row.responseTime),
      resolutionTime: limitTimeOf(row.resolutionTime),
      entered: true,
    })),
  ];
}

/** The limit that counts for an order of this category, level and urgency. */
export async function limitFor(
  ctx: ReadContext,
  order: { category: string; level: string; urgency: string },
): Promise<LimitRule> {
  const rule = chooseLimit(await limitRules(ctx), order);
  if (!rule) throw new Error('The limits lack a general rule');
  return rule;
}
