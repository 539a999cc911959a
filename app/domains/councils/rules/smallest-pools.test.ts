import { describe, expect, it } from 'vitest';
import { reckonCouncil } from './reckon-council';
import type { Quota } from './council';

const person = (id: string, value: string) => ({ id, values: [value], household: null });
const reckoned = (seats: number, people: ReturnType<typeof person>[], quotas: Quota[]) =>
  reckonCouncil({ council: { seats, features: ['f'], quotas, people }, lines: 10 });
const anyone: Quota = { feature: 'f', value: 'a', min: 0, max: 9 };

describe('a pool of one', () => {
  it('has that one drawn for certain, on every panel of the list', async () => {
    expect(await reckoned(1, [person('x', 'a')], [anyone])).toMatchObject({
      ...{ feasible: true, chances: [1], minimum: 1, gini: 0, impossible: [], certain: ['x'] },
      ...{ panels: Array.from({ length: 10 }, () => ['x']), listChances: [1] },
    });
  });

  it('is too small for two seats, and for a pool of none there is no panel either', async () => {
    for (const people of [[person('x', 'a')], []])
      expect(await reckoned(2, people, [anyone])).toMatchObject({
        ...{ feasible: false, why: 'too-few-people', smallestRelaxation: null },
      });
  });
});

describe('quotas that nobody fits', () => {
  it('are told, with the smallest change by which there is a panel', async () => {
    const quotas = [
      { feature: 'f', value: 'a', min: 0, max: 1 },
      { feature: 'f', value: 'none-has', min: 1, max: 1 },
    ];
    const answer = await reckoned(1, [person('x', 'a'), person('y', 'a')], quotas);
    expect(answer).toMatchObject({ feasible: false, why: 'quotas-conflict', conflictsComplete: true });
    if (answer.feasible) throw new Error('there is a panel');
    expect(answer.conflicts).toEqual([[expect.objectContaining({ value: 'none-has', bound: 'min' })]]);
    expect(answer.smallestRelaxation).toMatchObject({ seats: 1 });
  });
});
