import { isDay } from '~/lib/time/days';

/** A day that differs from its weekday: a public holiday, or a weekend day that is worked. */
export interface SpecialDay {
  /** YYYY-MM-DD. */
  date: string;
  kind: 'holiday' | 'workday';
  name: string;
}

export interface HolidayYear {
  year: number;
  /** The notice that announces it, as shown. */
  source: string;
  days: readonly SpecialDay[];
  /** Someone has compared it with the notice. */
  checked: boolean;
}

const oneDay = 86_400_000;

function days(kind: SpecialDay['kind'], name: string, ranges: readonly string[]): SpecialDay[] {
  return ranges.flatMap((range) => {
    const [first = '', last = first] = range.split('..');
    const found: SpecialDay[] = [];
    for (let at = Date.parse(first); at <= Date.parse(last); at += oneDay)
      found.push({ date: new Date(at).toISOString().slice(0, 10), kind, name });
    return found;
  });
}

/**
 * The years that the General Office of the State Council had announced when this was written. An administrator's
 * own entry for a year counts instead. Later years are not guessed.
 */
export const announcedYears: readonly HolidayYear[] = [
  {
    year: 2025,
    source: '国务院办公厅关于2025年部分节假日安排的通知（国办发明电〔2024〕12号）',
    checked: false,
    days: [
      ...days('holiday', '元旦', ['2025-01-01']),
      ...days('holiday', '春节', ['2025-01-28..2025-02-04']),
      ...days('workday', '春节调休', ['2025-01-26', '2025-02-08']),
      ...days('holiday', '清明节', ['2025-04-04..2025-04-06']),
      ...days('holiday', '劳动节', ['2025-05-01..2025-05-05']),
      ...days('workday', '劳动节调休', ['2025-04-27']),
      ...days('holiday', '端午节', ['2025-05-31..2025-06-02']),
      ...days('holiday', '国庆节、中秋节', ['2025-10-01..2025-10-08']),
      ...days('workday', '国庆节调休', ['2025-09-28', '2025-10-11']),
    ],
  },
  {
    year: 2026,
    source: '国务院办公厅关于2026年部分节假日安排的通知（国办发明电〔2025〕7号）',
    checked: true,
    days: [
      ...days('holiday', '元旦', ['2026-01-01..2026-01-03']),
      ...days('workday', '元旦调休', ['2026-01-04']),
      ...days('holiday', '春节', ['2026-02-15..2026-02-23']),
      ...days('workday', '春节调休', ['2026-02-14', '2026-02-28']),
      ...days('holiday', '清明节', ['2026-04-04..2026-04-06']),
      ...days('holiday', '劳动节', ['2026-05-01..2026-05-05']),
      ...days('workday', '劳动节调休', ['2026-05-09']),
      ...days('holiday', '端午节', ['2026-06-19..2026-06-21']),
      ...days('holiday', '中秋节', ['2026-09-25..2026-09-27']),
      ...days('holiday', '国庆节', ['2026-10-01..2026-10-07']),
      ...days('workday', '国庆节调休', ['2026-09-20', '2026-10-10']),
    ],
  },
];

/** The announced years with the entered ones in their place, by year. */
export function knownYears(entered: readonly HolidayYear[]): HolidayYear[] {
  const byYear = new Map(announcedYears.map((year) => [year.year, year]));
  for (const year of entered) byYear.set(year.year, year);
  return [...byYear.values()].sort((a, b) => a.year - b.year);
}

const linePattern =
  /^(\d{4}-\d{2}-\d{2})(?:\s*(?:\.\.|至|~)\s*(\d{4}-\d{2}-\d{2}))?\s+(休|班|holiday|workday)\s+(.{1,30})$/;

/**
 * Reads a year as typed: a line for each day or range, `2027-01-01..2027-01-03 休 元旦`.
 * Answers the days, or the number of the first bad line (from 1).
 */
export function readHolidayLines(year: number, text: string): SpecialDay[] | { badLine: number } {
  const found = new Map<string, SpecialDay>();
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const [, first = '', last = first, mark = '', name = ''] = linePattern.exec(line.trim()) ?? [];
    const kind = mark === '休' || mark === 'holiday' ? 'holiday' : 'workday';
    const inYear = [first, last].every((date) => date.startsWith(String(year)) && isDay(date));
    if (!inYear || last < first) return { badLine: index + 1 };
    for (const day of days(kind, name, [`${first}..${last}`])) {
      if (found.has(day.date)) return { badLine: index + 1 };
      found.set(day.date, day);
    }
  }
  return [...found.values()].sort((a, b) => a.date.localeCompare(b.date));
}

/** The days of a year as lines to edit: what `readHolidayLines` reads. */
export function writeHolidayLines(list: readonly SpecialDay[]): string {
  return list.map((day) => `${day.date} ${day.kind === 'holiday' ? '休' : '班'} ${day.name}`).join('\n');
}
