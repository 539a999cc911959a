import { describe, expect, it } from 'vitest';
import { isOldEnough } from './minimum-age';
import { matchShift } from './match';
import { overlap } from './overlaps';
import { occurrencesOf, ruleOf } from './recurrence';
import { displaced, freeSeats, nextOffers } from './seats';
import { offerUntil, signUpUntil } from './terms';
import { proposedMinutes, recordedMinutes } from './hours';
import { parseRoles } from './activity-texts';

const hour = 3600_000;
const at = (text: string) => new Date(text);

describe('a rule', () => {
  const starts = (rule: string, from: string, zone: string) => {
    const startsAt = at(from);
    const latest = new Date(startsAt.getTime() + 730 * 24 * hour);
    const found = occurrencesOf(rule, { startsAt, latest, timeZone: zone });
    return found.ok ? found.starts.map((start) => start.toISOString()) : found.reason;
  };

  it('keeps the clock on the wall where clocks are turned between two shifts', () => {
    // Berlin turns its clocks on 29 March 2026: nine o'clock is 08:00 UTC before and 07:00 UTC after.
    expect(starts('FREQ=WEEKLY;COUNT=3', '2026-03-21T08:00:00Z', 'Europe/Berlin')).toEqual([
      '2026-03-21T08:00:00.000Z',
      '2026-03-28T08:00:00.000Z',
      '2026-04-04T07:00:00.000Z',
    ]);
    expect(starts('RRULE:FREQ=WEEKLY;COUNT=2', '2026-03-21T08:00:00Z', 'Asia/Shanghai')).toEqual([
      '2026-03-21T08:00:00.000Z',
      '2026-03-28T08:00:00.000Z',
    ]);
  });

  it('takes the days of the week by the zone, also over midnight in UTC', () => {
    // Saturday, one o'clock in Shanghai, is Friday in UTC.
    expect(starts('FREQ=WEEKLY;BYDAY=SA;COUNT=2', '2026-12-04T17:00:00Z', 'Asia/Shanghai')).toEqual([
      '2026-12-04T17:00:00.000Z',
      '2026-12-11T17:00:00.000Z',
    ]);
    expect(starts('FREQ=MONTHLY;BYMONTHDAY=31;COUNT=3', '2027-01-31T01:00:00Z', 'Asia/Shanghai')).toEqual([
      '2027-01-31T01:00:00.000Z',
      '2027-03-31T01:00:00.000Z',
      '2027-05-31T01:00:00.000Z',
    ]);
  });

  it('is bounded: no end, too many, seconds or other text is refused', () => {
    const from = '2026-12-04T01:00:00Z';
    expect(starts('FREQ=DAILY', from, 'Asia/Shanghai')).toBe('too-many');
    expect(starts('FREQ=DAILY;COUNT=61', from, 'Asia/Shanghai')).toBe('too-many');
    expect(starts('FREQ=YEARLY;COUNT=60', from, 'Asia/Shanghai')).toBe('too-far');
    expect(starts('FREQ=MONTHLY;UNTIL=29991231T000000Z', from, 'Asia/Shanghai')).toBe('too-far');
    expect(starts('FREQ=DAILY;INTERVAL=12;COUNT=60', from, 'Asia/Shanghai')).toHaveLength(60);
    expect(starts('FREQ=DAILY;UNTIL=20261201T000000Z', from, 'Asia/Shanghai')).toBe('none');
    for (const rule of [
      '',
      'FREQ=MINUTELY;COUNT=3',
      'COUNT=3',
      'FREQ=WEEKLY;BYDAY=XX;COUNT=3',
      'FREQ=WEEKLY;COUNT=2\nEXDATE:20261204',
      // Of two that contradict each other libraries take one, and leave the number of a weekday aside.
      'FREQ=WEEKLY;FREQ=DAILY;COUNT=3',
      'FREQ=DAILY;COUNT=3;UNTIL=20261205T160000Z',
      'FREQ=WEEKLY;BYDAY=1FR;COUNT=3',
      'FREQ=WEEKLY;UNTIL=20270230T000000Z',
      'FREQ=WEEKLY;UNTIL=20270228',
    ])
      expect(starts(rule, from, 'Asia/Shanghai'), rule).toBe('bad-rule');
  });

  it('leaves out no day: neither the first, nor one on which clocks are put forward over the time', () => {
    // 28 March 2027 has no half past two in Berlin: it is half past three there, as where one types it.
    expect(starts('FREQ=DAILY;UNTIL=20270329T003000Z', '2027-03-27T01:30:00Z', 'Europe/Berlin')).toEqual([
      '2027-03-27T01:30:00.000Z',
      '2027-03-28T01:30:00.000Z',
      '2027-03-29T00:30:00.000Z',
    ]);
    expect(starts('FREQ=WEEKLY;BYDAY=MO;COUNT=3', '2026-12-29T01:00:00Z', 'Asia/Shanghai')).toBe(
      'not-the-first',
    );
  });

  it('goes on over the end of a year, with the last instant of UNTIL in it', () => {
    const mondays = (until: string) =>
      starts(`FREQ=WEEKLY;BYDAY=MO;UNTIL=${until}`, '2026-12-27T22:00:00Z', 'Asia/Shanghai');
    const first = ['2026-12-27T22:00:00.000Z', '2027-01-03T22:00:00.000Z'];
    expect(mondays('20270110T220000Z')).toEqual([...first, '2027-01-10T22:00:00.000Z']);
    expect(mondays('20270110T215959Z')).toEqual(first);
  });

  it('is written from what was chosen, until the end of the last day', () => {
    const choice = {
      frequency: 'weekly' as const,
      interval: 2,
      weekdays: ['SA', 'SU'],
      untilDay: '2027-01-31',
    };
    expect(ruleOf(choice, at('2027-01-31T15:59:59Z'))).toBe(
      'FREQ=WEEKLY;INTERVAL=2;BYDAY=SA,SU;UNTIL=20270131T155959Z',
    );
  });
});

describe('seats', () => {
  const place = (id: string, arrival: number, more: object = {}) => ({
    ...{ id, state: 'confirmed', seats: 1, role: '', arrival, createdAt: at('2026-12-01T00:00:00Z') },
    ...more,
  });
  const ids = (places: { id: string }[]) => places.map(({ id }) => id);

  it('stay with who came first; offers that nobody took go before', () => {
    const places = [
      place('c', 3),
      place('a', 1, { state: 'offered' }),
      place('b', 2),
      place('group', 4, { seats: 2 }),
    ];
    expect(ids(displaced({ capacity: 5, roles: [] }, places))).toEqual([]);
    expect(ids(displaced({ capacity: 4, roles: [] }, places))).toEqual(['a']);
    expect(ids(displaced({ capacity: 3, roles: [] }, places))).toEqual(['group']);
    expect(ids(displaced({ capacity: 1, roles: [] }, places))).toEqual(['c', 'group', 'a']);
  });

  it('are offered in the order of arrival; who does not fit keeps the place and holds up nobody', () => {
    const waiting = (id: string, arrival: number, more: object = {}) =>
      place(id, arrival, { state: 'waiting', ...more });
    const places = [place('x', 1), waiting('group', 2, { seats: 3 }), waiting('b', 4), waiting('a', 3)];
    expect(ids(nextOffers({ capacity: 3, roles: [] }, places))).toEqual(['a', 'b']);
    expect(ids(nextOffers({ capacity: 4, roles: [] }, places))).toEqual(['group']);
    expect(ids(nextOffers({ capacity: 1, roles: [] }, places))).toEqual([]);
  });

  it('of roles are those of the role and of the whole', () => {
    const plan = {
      capacity: 4,
      roles: [
        { name: 'a', capacity: 1 },
        { name: 'b', capacity: 3 },
      ],
    };
    const places = [place('one', 1, { role: 'a' }), place('two', 2, { role: 'b' })];
    expect([
      freeSeats(plan, places, 'a'),
      freeSeats(plan, places, 'b'),
      freeSeats(plan, places, 'gone'),
    ]).toEqual([0, 2, 2]);
    expect(parseRoles('引导 | 3\n搬运｜2')).toEqual([
      { name: '引导', capacity: 3 },
      { name: '搬运', capacity: 2 },
    ]);
    for (const bad of ['引导', '引导 | 0', '引导 | x', 'a | 1\na | 2', ' | 3', 'a | 1 | 2'])
      expect(parseRoles(bad)).toBe(null);
  });
});

describe('terms', () => {
  const start = at('2026-12-10T00:00:00Z');
  const before = (hours: number) => new Date(start.getTime() - hours * hour);

  it('of an offer are a day, a quarter of what is left, half an hour at least, and never beyond the start', () => {
    const termAt = (hours: number) =>
      (offerUntil(before(hours), start).getTime() - before(hours).getTime()) / hour;
    expect([termAt(200), termAt(96), termAt(8), termAt(1), termAt(0.25), termAt(-1)]).toEqual([
      24, 24, 2, 0.5, 0.25, 0,
    ]);
  });

  it('of signing up end some hours before, or at the start where that has passed', () => {
    expect(signUpUntil({ startsAt: start, now: before(48), signUpHours: 3 })).toEqual(before(3));
    expect(signUpUntil({ startsAt: start, now: before(2), signUpHours: 3 })).toEqual(start);
  });
});

it('a shift that begins when another ends is not at the same time', () => {
  const span = (from: string, to: string) => ({
    startsAt: at(`2026-12-10T${from}:00Z`),
    endsAt: at(`2026-12-10T${to}:00Z`),
  });
  expect(overlap(span('09:00', '11:00'), span('11:00', '12:00'))).toBe(false);
  expect(overlap(span('09:00', '11:00'), span('10:59', '12:00'))).toBe(true);
  expect(overlap(span('09:00', '12:00'), span('10:00', '11:00'))).toBe(true);
});

it('the age is that of the year by the zone’s clock, and unknown only where work is not dangerous', () => {
  const facts = {
    minimumAge: 18,
    dangerous: false,
    startsAt: at('2026-12-31T17:00:00Z'),
    timeZone: 'Asia/Shanghai',
  };
  expect(isOldEnough({ ...facts, birthYear: 2009 }).allowed).toBe(true);
  expect(isOldEnough({ ...facts, birthYear: 2009, timeZone: 'UTC' }).allowed).toBe(false);
  expect(isOldEnough({ ...facts, birthYear: null }).allowed).toBe(true);
  expect(isOldEnough({ ...facts, birthYear: null, dangerous: true }).allowed).toBe(false);
  expect(isOldEnough({ ...facts, birthYear: null, minimumAge: 0, dangerous: true }).allowed).toBe(true);
});

it('what is recorded counts from the start, at the earliest; without leaving nothing does', () => {
  const shift = { startsAt: at('2026-12-10T01:00:00Z'), endsAt: at('2026-12-10T03:00:00Z') };
  const presence = (from: string | null, to: string | null) => ({
    checkedInAt: from === null ? null : at(`2026-12-10T${from}:00Z`),
    checkedOutAt: to === null ? null : at(`2026-12-10T${to}:00Z`),
  });
  expect(recordedMinutes(shift, presence('00:30', '02:30'))).toBe(90);
  expect(recordedMinutes(shift, presence('01:30', null))).toBe(null);
  expect(recordedMinutes(shift, presence('00:10', '00:20'))).toBe(0);
  expect(proposedMinutes(shift, presence('01:00', '04:30'), 150)).toBe(150);
  expect(proposedMinutes(shift, presence('01:00', null), 150)).toBe(0);
  expect(proposedMinutes(shift, presence(null, null), 150)).toBe(120);
});

it('a shift is suggested for skills, a free time by the zone’s clock, and being near', () => {
  const volunteer = { skills: ['care'], freeTimes: ['sat-morning'], areaId: '421002001001' };
  const shift = { skills: ['care', 'law'], startsAt: at('2026-12-05T01:00:00Z'), areaId: '421002001002' };
  expect(matchShift(volunteer, shift, 'Asia/Shanghai')).toEqual({
    ...{ points: 8, skills: ['care'], freeTime: 'sat-morning', near: 'street' },
  });
  expect(matchShift(volunteer, shift, 'America/New_York')).toMatchObject({ points: 5, freeTime: null });
  expect(matchShift({ skills: [], freeTimes: [], areaId: null }, shift, 'UTC').points).toBe(0);
});
