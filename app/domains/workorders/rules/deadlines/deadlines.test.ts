import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lightOf, readClock, reminderAt } from './clock';
import type { Clock } from './clock';
import { escalationSteps } from './escalation';
import { announcedYears, knownYears, readHolidayLines, writeHolidayLines } from './holidays';
import { chooseLimit, defaultLimits } from './limits';
import { workingCalendar } from './working-calendar';
import { readWorkingHours } from './working-hours';

const hours = readWorkingHours('09:00-12:00,13:30-17:30') ?? [];
const calendar = workingCalendar({ years: announcedYears, hours, timeZone: 'Asia/Shanghai' });
const shanghai = (text: string) => new Date(`${text}:00+08:00`);
const clock = (from: string, change: Partial<Clock> = {}): Clock => ({
  startedAt: shanghai(from),
  limit: { amount: 3, unit: 'working-days' },
  fixedDueAt: null,
  extendedBy: 0,
  standstills: [],
  ...change,
});
const due = (given: Clock, now = given.startedAt) => readClock(calendar, given, now).dueAt;
const hour = 3_600_000;

/** Working time counted minute by minute: slow and plain. */
function slowWorkingMinutes(from: Date, to: Date): number {
  let count = 0;
  for (let at = from.getTime(); at < to.getTime(); at += 60_000) {
    const wall = new Date(at + 8 * hour);
    const minute = wall.getUTCHours() * 60 + wall.getUTCMinutes();
    const date = wall.toISOString().slice(0, 10);
    if (calendar.isWorkingDay(date) && hours.some((span) => minute >= span.from && minute < span.to))
      count += 1;
  }
  return count;
}

describe('known cases', () => {
  it.each([
    // Friday afternoon, three working days: over the weekend.
    ['2026-11-20T16:40', {}, '2026-11-25T16:40'],
    // Two working days of standstill come on top.
    [
      '2026-11-20T16:40',
      { standstills: [{ from: shanghai('2026-11-23T09:00'), to: shanghai('2026-11-25T09:00') }] },
      '2026-11-27T16:40',
    ],
    ['2026-11-20T16:40', { extendedBy: 2 }, '2026-11-27T16:40'],
    // Registered at night counts from the next morning.
    ['2026-11-23T22:00', { limit: { amount: 2, unit: 'working-hours' } }, '2026-11-24T11:00'],
    // The noon break is no working time.
    ['2026-11-23T11:30', { limit: { amount: 1, unit: 'working-hours' } }, '2026-11-23T14:00'],
    // The Spring Festival, with the Saturday before it worked.
    ['2026-02-13T17:00', { limit: { amount: 2, unit: 'working-days' } }, '2026-02-24T17:00'],
    // National Day: the Saturday after it is worked.
    ['2026-09-30T10:00', { limit: { amount: 3, unit: 'working-days' } }, '2026-10-10T10:00'],
    // A whole day ends with the day, not on the next morning.
    ['2026-11-23T09:00', { limit: { amount: 1, unit: 'working-days' } }, '2026-11-23T17:30'],
  ] as const)('from %s with %o: due %s', (from, change, expected) => {
    expect(due(clock(from, change))).toEqual(shanghai(expected));
  });

  it.each([
    // Saturday early: two hours are two hours, and a day is 24 of them.
    ['2026-11-21T06:40', { limit: { amount: 2, unit: 'natural-hours' } }, '2026-11-21T08:40'],
    ['2026-11-21T06:40', { limit: { amount: 1, unit: 'natural-days' } }, '2026-11-22T06:40'],
    // The Spring Festival counts.
    ['2026-02-14T23:00', { limit: { amount: 24, unit: 'natural-hours' } }, '2026-02-15T23:00'],
    // An extension is in working days, whatever the limit: from Saturday 08:40 one working day.
    ['2026-11-21T06:40', { limit: { amount: 2, unit: 'natural-hours' }, extendedBy: 1 }, '2026-11-23T17:30'],
    // It stands still by the clock on the wall.
    [
      '2026-11-21T06:40',
      {
        limit: { amount: 1, unit: 'natural-days' },
        standstills: [{ from: shanghai('2026-11-21T10:00'), to: shanghai('2026-11-21T22:00') }],
      },
      '2026-11-22T18:40',
    ],
  ] as const)('in natural time from %s with %o: due %s', (from, change, expected) => {
    expect(due(clock(from, change))).toEqual(shanghai(expected));
  });

  it('in natural time is due neither earlier when it is extended or stands still, nor before its limit', () => {
    const minutes = fc.integer({ min: 0, max: 60 * 24 * 40 });
    fc.assert(
      fc.property(
        minutes,
        fc.integer({ min: 1, max: 200 }),
        fc.integer({ min: 0, max: 9 }),
        minutes,
        (at, amount, extendedBy, stood) => {
          const startedAt = new Date(shanghai('2026-01-20T00:00').getTime() + at * 60_000);
          const limit = { amount, unit: 'natural-hours' } as const;
          const from = new Date(startedAt.getTime() + hour / 2);
          const standstills = [{ from, to: new Date(from.getTime() + stood * 60_000) }];
          const plain = due(clock('2026-01-20T00:00', { startedAt, limit }));
          expect(plain.getTime()).toBe(startedAt.getTime() + amount * hour);
          const later = due(clock('2026-01-20T00:00', { startedAt, limit, extendedBy, standstills }));
          expect(later.getTime()).toBeGreaterThanOrEqual(plain.getTime() + stood * 60_000);
        },
      ),
    );
  });

  it('reminds a quarter of natural time before', () => {
    const given = clock('2026-11-21T06:00', { limit: { amount: 24, unit: 'natural-hours' } });
    expect(reminderAt(calendar, given, due(given))).toEqual(shanghai('2026-11-22T00:00'));
  });

  it('takes the date a person set as it is, and moves it by working days only when extended', () => {
    const fixedDueAt = shanghai('2026-11-28T23:59');
    expect(due(clock('2026-11-20T10:00', { limit: null, fixedDueAt }))).toEqual(fixedDueAt);
    const later = due(clock('2026-11-20T10:00', { limit: null, fixedDueAt, extendedBy: 1 }));
    expect(later).toEqual(shanghai('2026-11-30T17:30'));
  });

  it('counts only weekends in a year without known holidays, and says so', () => {
    expect(due(clock('2027-09-30T10:00'))).toEqual(shanghai('2027-10-05T10:00'));
    expect(calendar.missingYears(shanghai('2026-12-30T10:00'), shanghai('2027-01-05T10:00'))).toEqual([2027]);
    expect(calendar.missingYears(shanghai('2026-01-01T10:00'), shanghai('2026-12-05T10:00'))).toEqual([]);
  });

  it('keeps wall times where clocks are turned', () => {
    const berlin = workingCalendar({ years: [], hours, timeZone: 'Europe/Berlin' });
    // Clocks go forward on Sunday 2026-03-29: 10:00 stays 10:00.
    const given = clock('2026-01-01T00:00', {
      startedAt: new Date('2026-03-27T10:00:00+01:00'),
      limit: { amount: 1, unit: 'working-days' },
    });
    expect(readClock(berlin, given, given.startedAt).dueAt).toEqual(new Date('2026-03-30T10:00:00+02:00'));
    // A zone that turns its clocks in working hours: the hour that does not exist is not worked.
    const allDay = workingCalendar({
      years: [
        { year: 2026, source: '', checked: true, days: [{ date: '2026-03-29', kind: 'workday', name: '' }] },
      ],
      hours: [{ from: 0, to: 24 * 60 }],
      timeZone: 'Europe/Berlin',
    });
    const length = (day: string) =>
      allDay.elapsed(new Date(`${day}T23:00:00Z`)) - allDay.elapsed(new Date(`${day}T00:00:00Z`)) + 0;
    expect(length('2026-03-27')).toBe(23 * hour);
    expect(
      allDay.elapsed(new Date('2026-03-29T22:00:00Z')) - allDay.elapsed(new Date('2026-03-28T23:00:00Z')),
    ).toBe(23 * hour);
  });
});

const instant = fc
  .integer({
    min: Date.parse('2025-01-01T00:00:00Z') / 60_000,
    max: Date.parse('2027-12-31T00:00:00Z') / 60_000,
  })
  .map((minutes) => new Date(minutes * 60_000));
const limit = fc.record({
  amount: fc.integer({ min: 1, max: 30 }),
  unit: fc.constantFrom('working-hours' as const, 'working-days' as const),
});
const anyClock = fc.record({
  startedAt: instant,
  limit,
  fixedDueAt: fc.constant(null),
  extendedBy: fc.integer({ min: 0, max: 5 }),
  standstills: fc.array(
    fc
      .tuple(instant, fc.integer({ min: 1, max: 20_000 }))
      .map(([from, minutes]) => ({ from, to: new Date(from.getTime() + minutes * 60_000) })),
    { maxLength: 3 },
  ),
});

describe('properties', () => {
  it('agrees with counting minute by minute', () => {
    const span = fc.tuple(instant, fc.integer({ min: 0, max: 15 * 24 * 60 }));
    fc.assert(
      fc.property(span, ([from, minutes]) => {
        const to = new Date(from.getTime() + minutes * 60_000);
        const fast = (calendar.elapsed(to) - calendar.elapsed(from)) / 60_000;
        expect(fast).toBe(slowWorkingMinutes(from, to));
      }),
      { numRuns: 60 },
    );
  });

  it('gives exactly the working time of the limit, no more and no less', () => {
    fc.assert(
      fc.property(anyClock, (given) => {
        const { dueAt, stoodStill } = readClock(calendar, given, given.startedAt);
        const unit = given.limit.unit === 'working-days' ? calendar.dayLength : hour;
        const total = given.limit.amount * unit + given.extendedBy * calendar.dayLength + stoodStill;
        expect(calendar.elapsed(dueAt) - calendar.elapsed(given.startedAt)).toBe(total);
      }),
    );
  });

  it('is never earlier for a longer limit, an extension or a standstill', () => {
    fc.assert(
      fc.property(anyClock, instant, (given, from) => {
        const before = due(given).getTime();
        const longer = { ...given, limit: { ...given.limit, amount: given.limit.amount + 1 } };
        const still = { from, to: new Date(from.getTime() + 5 * hour) };
        for (const later of [longer, { ...given, extendedBy: given.extendedBy + 1 }])
          expect(due(later).getTime()).toBeGreaterThan(before);
        expect(
          due({ ...given, standstills: [...given.standstills, still] }).getTime(),
        ).toBeGreaterThanOrEqual(before);
      }),
    );
  });

  it('does not care in which order standstills are listed, or whether they overlap', () => {
    fc.assert(
      fc.property(anyClock, (given) => {
        const twice = [...given.standstills, ...given.standstills].reverse();
        expect(due({ ...given, standstills: twice })).toEqual(due(given));
      }),
    );
  });

  it('turns green, amber and red in this order, and escalates upward after', () => {
    fc.assert(
      fc.property(anyClock, instant, (given, now) => {
        const dueAt = due(given);
        const remindAt = reminderAt(calendar, given, dueAt);
        expect(remindAt.getTime()).toBeLessThanOrEqual(dueAt.getTime());
        const light = lightOf({ remindAt, dueAt, standsStill: false }, now);
        expect(light).toBe(now >= dueAt ? 'red' : now >= remindAt ? 'amber' : 'green');
        const steps = escalationSteps(calendar, given, { dueAt, areaId: '421002001001001' });
        expect(steps.map((step) => step.areaId.length)).toEqual([15, 15, 12, 9, 6, 4]);
        const times = steps.map((step) => step.at.getTime());
        expect(times).toEqual([...times].sort((a, b) => a - b));
        expect(new Set(steps.map((step) => step.step)).size).toBe(steps.length);
      }),
    );
  });
});

describe('holidays', () => {
  it('has the announced number of days, each once, and worked days only on weekends', () => {
    for (const year of announcedYears) {
      expect(new Set(year.days.map((day) => day.date)).size).toBe(year.days.length);
      for (const day of year.days.filter(({ kind }) => kind === 'workday'))
        expect([0, 6]).toContain(new Date(day.date).getUTCDay());
    }
    expect(announcedYears.map((year) => year.days.filter((day) => day.kind === 'holiday').length)).toEqual([
      28, 33,
    ]);
  });

  it('reads what it writes, and names the first bad line', () => {
    for (const year of announcedYears)
      expect(readHolidayLines(year.year, writeHolidayLines(year.days))).toEqual(
        [...year.days].sort((a, b) => a.date.localeCompare(b.date)),
      );
    expect(readHolidayLines(2027, '2027-01-01..2027-01-03 休 元旦\n2027-01-04 班')).toEqual({ badLine: 2 });
    expect(readHolidayLines(2027, '2027-02-30 休 元旦')).toEqual({ badLine: 1 });
    expect(readHolidayLines(2027, '2026-01-01 休 元旦')).toEqual({ badLine: 1 });
    expect(readHolidayLines(2027, '2027-01-01 休 元旦\n\n2027-01-01 班 补班')).toEqual({ badLine: 3 });
  });

  it('puts an entered year in place of the announced one', () => {
    const entered = { year: 2026, source: '本市通知', checked: true, days: [] };
    expect(knownYears([entered]).map(({ year, source }) => [year, source.slice(0, 4)])).toEqual([
      [2025, '国务院办'],
      [2026, '本市通知'],
    ]);
  });
});

it.each([
  ['09:00-12:00,13:30-17:30', 420],
  ['00:00-24:00', 1440],
  ['9:00-12:00', null],
  ['12:00-09:00', null],
  ['09:00-12:00,11:00-13:00', null],
  ['', null],
])('working hours %s: %s minutes', (text, minutes) => {
  const spans = readWorkingHours(text);
  expect(spans && spans.reduce((sum, span) => sum + span.to - span.from, 0)).toBe(minutes);
});

it('takes the most exact limit, category before urgency before level', () => {
  const rule = (category: string, level: string, urgency: string) => ({
    category,
    level,
    urgency,
    responseHours: 1,
    responseTime: 'working' as const,
    resolutionDays: 1,
    resolutionTime: 'working' as const,
    source: `${category}/${level}/${urgency}`,
  });
  const order = { category: 'safety', level: 'street', urgency: 'urgent' };
  const rules = [rule('', '', ''), rule('', 'street', ''), rule('', '', 'urgent'), rule('safety', '', '')];
  expect(chooseLimit(rules, order)?.source).toBe('safety//');
  expect(chooseLimit(rules.slice(0, 3), order)?.source).toBe('//urgent');
  expect(chooseLimit([rule('health', '', '')], order)).toBeNull();
  expect(chooseLimit(defaultLimits, order)?.resolutionDays).toBe(1);
});
