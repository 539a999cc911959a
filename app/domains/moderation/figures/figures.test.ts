import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fewestShown, keptBack, median, moderationCount, toldKinds } from './figures';
import { isGuarded } from '../guarded-kinds';
import { monthOf } from '~/lib/time/month';
import type { CountedDecision } from './figures';

const at = (text: string) => new Date(text);
const row = (change: Partial<CountedDecision>): CountedDecision => ({
  ...{ kind: 'report', decision: 'kept', ground: 'no-breach', dueAt: null },
  ...{ createdAt: at('2026-03-01T00:00:00Z'), decidedAt: at('2026-03-01T04:00:00Z') },
  ...change,
});

function moderationFigures(rows: readonly CountedDecision[], timeZone: string) {
  const count = moderationCount((instant) => monthOf(instant, timeZone));
  for (const one of rows) count.add(one);
  return count.figures();
}

describe('the figures of moderation', () => {
  it('count by kind, outcome, ground and month, with time to the decision', () => {
    const rows = [
      row({}),
      row({ decision: 'hidden', ground: 'insult', decidedAt: at('2026-03-03T00:00:00Z') }),
      row({ decision: 'hidden', ground: 'private', decidedAt: at('2026-04-30T16:30:00Z') }),
      row({ kind: 'appeal', decision: 'shown-again', dueAt: at('2026-03-01T03:00:00Z') }),
      row({ kind: 'appeal', decision: 'hiding-stands', dueAt: at('2026-03-02T00:00:00Z') }),
    ];
    const figures = moderationFigures(rows, 'Asia/Shanghai');
    expect(figures.kinds[0]).toMatchObject({
      ...{ kind: 'report', count: 3, medianHours: 48, withTerm: 0 },
      outcomes: [
        { decision: 'hidden', count: 2 },
        { decision: 'kept', count: 1 },
      ],
    });
    expect(figures.kinds[1]).toMatchObject({ kind: 'appeal', late: 1, withTerm: 2 });
    expect(figures.grounds).toEqual([
      { ground: 'insult', count: 1 },
      { ground: 'private', count: 1 },
    ]);
    expect(figures.appeals).toEqual({ count: 2, upheld: 1 });
    // By the clock of the place: half past midnight of the first of May.
    expect(figures.months.map(({ month, count }) => [month, count])).toEqual([
      ['2026-03', 4],
      ['2026-05', 1],
    ]);
  });

  it('add up, whatever was decided', () => {
    const kind = fc.constantFrom('report', 'appeal', 'feedback', 'sanction');
    const decision = fc.constantFrom('kept', 'hidden', 'shown-again', 'refused');
    const hours = fc.integer({ min: 0, max: 9000 });
    fc.assert(
      fc.property(fc.array(fc.record({ kind, decision, hours }), { maxLength: 60 }), (given) => {
        const rows = given.map(({ hours: after, ...rest }) =>
          row({ ...rest, decidedAt: new Date(at('2026-03-01T00:00:00Z').getTime() + after * 3600_000) }),
        );
        const { total, kinds, months, grounds } = moderationFigures(rows, 'Asia/Shanghai');
        const sum = (numbers: { count: number }[]) => numbers.reduce((all, { count }) => all + count, 0);
        expect(sum(kinds.filter((one) => !isGuarded(one)))).toBe(total);
        expect(sum(months)).toBe(total);
        for (const one of kinds) expect(sum(one.outcomes)).toBe(one.count);
        expect(sum(grounds)).toBe(rows.filter((one) => one.decision === 'hidden' && !isGuarded(one)).length);
      }),
    );
  });

  it('have a median that lies among what it is of', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 1 }), (numbers) => {
        const middle = median(numbers);
        expect(numbers).toContain(middle);
        const half = numbers.length / 2;
        expect(numbers.filter((number) => number <= middle).length).toBeGreaterThanOrEqual(half);
        expect(numbers.filter((number) => number < middle).length).toBeLessThanOrEqual(half);
      }),
    );
    expect(() => median([])).toThrow(RangeError);
  });
});

describe('small numbers', () => {
  it('are kept back, and none of them follows from the sum', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 12 }), (counts) => {
        const kept = keptBack(counts);
        counts.forEach((count, at) => {
          if (count > 0 && count < fewestShown) expect(kept[at]).toBe(true);
          if (count === 0) expect(kept[at]).toBe(false);
        });
        const hidden = counts.filter((_, at) => kept[at]);
        const positive = counts.filter((count) => count > 0);
        if (hidden.length > 0 && hidden.length < positive.length) {
          expect(hidden.length).toBeGreaterThanOrEqual(2);
          expect(hidden.reduce((all, count) => all + count, 0)).toBeGreaterThanOrEqual(fewestShown);
        }
      }),
    );
  });
});

describe('what is told of guarded kinds', () => {
  const kind = (late: number, withTerm: number, count = 40) => ({
    ...{ kind: 'residence-verification', count, medianHours: 5, late, withTerm },
    outcomes: [{ decision: 'confirmed', count }],
  });
  const terms = (late: number, withTerm: number) => {
    const [told] = toldKinds([kind(late, withTerm)], true);
    return [told?.late, told?.withTerm];
  };

  it('is told of a year that is over alone', () => {
    const open = { ...kind(0, 0), kind: 'report' };
    expect(toldKinds([kind(0, 40), open], false)).toEqual([open]);
    expect(toldKinds([kind(0, 40), open], true)).toEqual([kind(0, 40), open]);
  });

  it('keeps back how many were late where few were, or few were not, and says none as it is', () => {
    expect(terms(0, 40)).toEqual([0, 40]);
    expect(terms(5, 40)).toEqual([5, 40]);
    for (const given of [
      [1, 40],
      [4, 40],
      [38, 40],
      [0, 38],
      [20, 39],
    ] as const)
      expect(terms(given[0], given[1])).toEqual([null, null]);
    expect(toldKinds([kind(1, 3, 3)], true)[0]).toMatchObject({ count: null, late: null, outcomes: [] });
  });
});
