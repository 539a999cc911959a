import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chancesTogether, unusualRise, unusualRises } from './unusual-rise';

const months = <One>(count: number, of: (at: number) => One): One[] =>
  Array.from({ length: count }, (_, at) => of(at));

/** Numbers from 0 to 1 that are the same in every run (Park and Miller). */
function seededRandom(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

/** A count of what comes by chance, so many on average (Knuth). */
function poisson(random: () => number, mean: number): number {
  const least = Math.exp(-mean);
  let count = 0;
  for (let product = random(); product > least; product *= random()) count += 1;
  return count;
}

describe('an unusual rise', () => {
  it('is told with what was seen, what was expected and the bound', () => {
    const rise = unusualRise([...months(48, () => 20), 60]);
    expect(rise).toMatchObject({ seen: 60, comparedWith: 'same-season', months: 9 });
    expect(rise?.expected).toBeCloseTo(20, 6);
    // By hand: 20^(2/3) + 2.3263 × sqrt(4/9 × 20^(1/3) × (1 + 20/180)), to the power of 3/2.
    const error = Math.sqrt((4 / 9) * 20 ** (1 / 3) * (1 + 1 / 9));
    expect(rise?.bound).toBeCloseTo((20 ** (2 / 3) + 2.326348 * error) ** 1.5, 6);
  });

  it('is none where each year has it in that season', () => {
    const counts = months(49, (at) => (at % 12 === 0 ? 60 : 20));
    const rise = unusualRise(counts);
    // The months beside it make the model wide, and it stays below the bound.
    expect(rise && rise.seen > rise.bound).toBe(false);
  });

  it('is compared with the months right before, where there are no two earlier years', () => {
    expect(unusualRise([...months(11, () => 10), 40])).toMatchObject({
      comparedWith: 'months-before',
      months: 11,
    });
    expect(unusualRise(months(6, () => 10))).toBeNull();
    expect(unusualRise([])).toBeNull();
  });

  it('is found beside many that are none, and among those alone seldom', () => {
    const random = seededRandom(14);
    const plain = months(40, (index) => ({ key: index, counts: months(49, () => poisson(random, 12)) }));
    expect(unusualRises(plain).length).toBeLessThanOrEqual(1);
    const raised = { key: 99, counts: [...months(48, () => poisson(random, 12)), 45] };
    expect(unusualRises([...plain, raised])[0]).toMatchObject({ key: 99 });
  });

  it('is never made of few, and never of nothing', () => {
    expect(unusualRises([{ counts: [...months(48, () => 0), 4] }])).toEqual([]);
    expect(unusualRises([{ counts: [...months(48, () => 0), 9] }])).toHaveLength(1);
    fc.assert(
      fc.property(fc.array(fc.nat(300), { minLength: 7, maxLength: 60 }), (counts) => {
        const rise = unusualRise(counts);
        if (!rise) return;
        expect(Number.isFinite(rise.expected) && Number.isFinite(rise.bound)).toBe(true);
        expect(rise.bound).toBeGreaterThan(rise.expected);
        expect(rise.chance).toBeGreaterThanOrEqual(0);
        expect(rise.chance).toBeLessThanOrEqual(1);
      }),
    );
  });
});

it('chances of many are those of the paper', () => {
  // Benjamini and Hochberg's own example (1995, section 3.2): of fifteen, the four least stay.
  const given = [
    ...[0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459],
    ...[0.324, 0.4262, 0.5719, 0.6528, 0.759, 1],
  ];
  const together = chancesTogether(given);
  expect(together.filter((chance) => chance <= 0.05)).toHaveLength(4);
  expect(together[0]).toBeCloseTo(0.0015, 10);
  expect(together[3]).toBeCloseTo(0.035625, 10);
  expect(chancesTogether([])).toEqual([]);
});
