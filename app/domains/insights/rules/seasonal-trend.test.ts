import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seasonalTrend } from './seasonal-trend';

const number = (most: number) => fc.double({ min: -most, max: most, noNaN: true });

/** What a season is: it comes again each period, and adds nothing over a whole one. */
const aSeason = fc.array(number(50), { minLength: 12, maxLength: 12 }).map((all) => {
  const mean = all.reduce((sum, one) => sum + one, 0) / all.length;
  return all.map((one) => one - mean);
});

describe('trend and season', () => {
  it('of a straight trend with a season are found exactly, whatever both are', () => {
    fc.assert(
      fc.property(
        aSeason,
        number(100),
        number(5),
        fc.integer({ min: 24, max: 61 }),
        (season, from, by, months) => {
          const values = Array.from({ length: months }, (_, at) => from + by * at + (season[at % 12] ?? 0));
          const found = seasonalTrend(values, 12);
          values.forEach((_, at) => {
            expect(found?.trend[at]).toBeCloseTo(from + by * at, 4);
            expect(found?.season[at]).toBeCloseTo(season[at % 12] ?? 0, 4);
          });
        },
      ),
      { numRuns: 60 },
    );
  });

  it('add up to what was counted, with what neither explains', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(400), { minLength: 24, maxLength: 72 }), (values) => {
        const found = seasonalTrend(values, 12);
        values.forEach((value, at) =>
          expect((found?.adjusted[at] ?? 0) + (found?.season[at] ?? 0)).toBeCloseTo(value, 6),
        );
      }),
    );
  });

  it('change with the scale of what is counted, and not with where it begins', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(400), { minLength: 30, maxLength: 48 }), (values) => {
        const one = seasonalTrend(values, 12);
        const other = seasonalTrend(
          values.map((value) => 3 * value + 10),
          12,
        );
        values.forEach((_, at) => {
          expect(other?.trend[at]).toBeCloseTo(3 * (one?.trend[at] ?? NaN) + 10, 4);
          expect(other?.season[at]).toBeCloseTo(3 * (one?.season[at] ?? NaN), 4);
        });
      }),
      { numRuns: 40 },
    );
  });

  it('follow a level that changes, while single months do not move them', () => {
    const values = Array.from({ length: 48 }, (_, at) => (at < 24 ? 100 : 200) + (at === 10 ? 60 : 0));
    const found = seasonalTrend(values, 12);
    expect(found?.trend[2]).toBeGreaterThan(80);
    expect(found?.trend[2]).toBeLessThan(125);
    expect(found?.trend[45]).toBeGreaterThan(180);
    expect(found?.trend[10]).toBeLessThan(130);
  });

  it('are not told of less than two years', () => {
    expect(
      seasonalTrend(
        Array.from({ length: 23 }, () => 1),
        12,
      ),
    ).toBeNull();
  });
});
