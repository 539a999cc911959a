import { describe, expect, it } from 'vitest';
import {
  levelOf,
  levelPoints,
  mostHoursOfConfirmer,
  mostHoursOfDay,
  mostHoursOfMutual,
  pointsOf,
  strikingPairs,
} from './points';
import type { ConfirmedService } from './points';

const timeZone = 'Asia/Shanghai';
const service = (day: number, hours: number, confirmedBy: string | null = 'chief'): ConfirmedService => ({
  startsAt: new Date(Date.UTC(2026, 10, day, 1)),
  minutes: hours * 60,
  confirmedBy,
});
const pointsFor = (services: ConfirmedService[], confirmed: string[] = []) =>
  pointsOf({ personId: 'me', services, confirmed: new Set(confirmed), timeZone });

describe('points for service', () => {
  it('are ten an hour, whole ones, and none for nothing', () => {
    expect(pointsFor([service(1, 2)])).toMatchObject({ points: 20, counted: 120 });
    expect(pointsFor([{ ...service(1, 0), minutes: 17 }]).points).toBe(2);
    // Of many short services no minute is lost by rounding each.
    expect(pointsFor([1, 2, 3].map((day) => ({ ...service(day, 0), minutes: 4 }))).points).toBe(2);
    expect(pointsFor([])).toMatchObject({ points: 0, level: 0, nextAt: levelPoints[0] });
  });

  it('cannot be earned by confirming oneself', () => {
    expect(pointsFor([service(1, 8, 'me')])).toMatchObject({ points: 0, withheld: { own: 480 } });
  });

  it('count up to eight hours of a day by the clock of the portal, over midnight as well', () => {
    const late = { startsAt: new Date('2026-11-01T15:30:00Z'), minutes: 300, confirmedBy: 'chief' };
    const next = { startsAt: new Date('2026-11-01T16:30:00Z'), minutes: 300, confirmedBy: 'other' };
    expect(pointsFor([late, next]).counted).toBe(600);
    const same = { ...next, startsAt: new Date('2026-11-01T14:00:00Z') };
    expect(pointsFor([late, same])).toMatchObject({ counted: mostHoursOfDay * 60, withheld: { day: 120 } });
  });

  it('of one confirmer end for the month, a second one gives more, and the next month begins anew', () => {
    const month = Array.from({ length: 10 }, (_, at) => service(at + 1, 8));
    expect(pointsFor(month)).toMatchObject({
      counted: mostHoursOfConfirmer * 60,
      withheld: { confirmer: 40 * 60 },
    });
    expect(pointsFor([...month, service(20, 8, 'other')]).counted).toBe((mostHoursOfConfirmer + 8) * 60);
    expect(pointsFor([...month, service(31, 8)]).counted).toBe((mostHoursOfConfirmer + 8) * 60);
  });

  it('of two who confirm each other end much sooner', () => {
    const month = Array.from({ length: 10 }, (_, at) => service(at + 1, 8));
    expect(pointsFor(month, ['chief']).counted).toBe(mostHoursOfMutual * 60);
    expect(pointsFor(month, ['another']).counted).toBe(mostHoursOfConfirmer * 60);
  });

  it('of confirmers who are not known any more are held as of one', () => {
    const month = Array.from({ length: 10 }, (_, at) => service(at + 1, 8, null));
    expect(pointsFor(month).counted).toBe(mostHoursOfConfirmer * 60);
  });

  it('are the same in whatever order rows come, and none is counted twice or lost', () => {
    let seed = 7;
    const next = (below: number) => (seed = (seed * 1103515245 + 12345) % 2147483648) % below;
    for (let round = 0; round < 200; round += 1) {
      const services = Array.from({ length: next(30) }, () =>
        service(next(40) + 1, next(12) + 1, ['a', 'b', 'me', null][next(4)] ?? null),
      );
      const whole = pointsFor(services, ['a']);
      const { own, day, confirmer } = whole.withheld;
      const minutes = services.reduce((sum, one) => sum + one.minutes, 0);
      expect(whole.counted + own + day + confirmer).toBe(minutes);
      expect(Math.min(whole.counted, own, day, confirmer)).toBeGreaterThanOrEqual(0);
      expect(pointsFor([...services].reverse(), ['a']).counted).toBe(whole.counted);
      // More service never earns less.
      expect(pointsFor([...services, service(45, 1, 'c')], ['a']).points).toBeGreaterThanOrEqual(
        whole.points,
      );
    }
  });
});

it('a level begins at its points, and the highest has none above', () => {
  for (const [at, from] of levelPoints.entries()) {
    expect(levelOf(from - 1)).toEqual({ level: at, nextAt: from });
    expect(levelOf(from)).toEqual({ level: at + 1, nextAt: levelPoints[at + 1] ?? null });
  }
});

it('pairs strike by what one gave alone, or by what each gave the other', () => {
  const pair = (personId: string, confirmedBy: string, hours: number) => ({
    ...{ personId, confirmedBy, minutes: hours * 60 },
  });
  expect(
    strikingPairs([
      pair('a', 'b', 11),
      pair('b', 'a', 12),
      pair('c', 'd', 11),
      pair('d', 'c', 10),
      pair('e', 'f', 41),
      pair('g', 'h', 40),
    ]).map(({ personId, mutual }) => [personId, mutual]),
  ).toEqual([
    ['e', false],
    ['b', true],
    ['a', true],
  ]);
});
