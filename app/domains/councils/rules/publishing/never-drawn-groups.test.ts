import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { neverDrawnGroups } from './never-drawn-groups';

const people = (given: readonly (readonly [number, string[]])[]) =>
  given.flatMap(([count, values], group) =>
    Array.from({ length: count }, (_, at) => ({ id: `${group}-${at}`, values, household: null })),
  );

describe('who can never be drawn', () => {
  it('is told as groups of five and more, and the rest as a number', () => {
    const all = people([
      [8, ['女', '青年']],
      [6, ['男', '青年']],
      [9, ['女', '老年']],
      [7, ['男', '老年']],
    ]);
    const ids = all.filter(({ id }) => id.startsWith('0-') || id.startsWith('3-')).map(({ id }) => id);
    expect(neverDrawnGroups(all, ids)).toEqual({
      groups: [
        { values: ['女', '青年'], people: 8 },
        { values: ['男', '老年'], people: 7 },
      ],
      rest: 0,
    });
    expect(neverDrawnGroups(all, [])).toEqual({ groups: [], rest: 0 });
  });

  it('singles nobody out: neither a small group, nor those whom a large one leaves', () => {
    const all = people([
      [8, ['女', '青年']],
      [2, ['男', '青年']],
      [9, ['女', '老年']],
      [9, ['男', '老年']],
    ]);
    const young = all.filter(({ values }) => values[1] === '青年').map(({ id }) => id);
    // Eight women of the ten who are young would tell of two men.
    expect(neverDrawnGroups(all, young)).toEqual({ groups: [], rest: 10 });
    const men = all.filter(({ id }) => id.startsWith('1-')).map(({ id }) => id);
    expect(neverDrawnGroups(all, men)).toEqual({ groups: [], rest: null });
  });

  it('adds up, whoever it is, and tells of no group that is small or leaves a small one', () => {
    const pool = fc.array(fc.tuple(fc.constantFrom('女', '男'), fc.constantFrom('甲', '乙', '丙')), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(pool, fc.nat(), (given, seed) => {
        const all = given.map((values, at) => ({ id: String(at), values: [...values], household: null }));
        const ids = all.filter((_, at) => (at * 7 + seed) % 3 !== 0).map(({ id }) => id);
        const { groups, rest } = neverDrawnGroups(all, ids);
        const told = groups.reduce((sum, group) => sum + group.people, 0);
        expect(rest === null ? ids.length - told : rest + told).toBeGreaterThanOrEqual(rest === null ? 1 : 0);
        if (rest !== null) expect(rest + told).toBe(ids.length);
        else expect(ids.length - told).toBeLessThan(5);
        for (const { people: count } of groups) expect(count).toBeGreaterThanOrEqual(5);
      }),
    );
  });
});
