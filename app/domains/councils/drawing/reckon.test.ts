import { expect, it } from 'vitest';
import { reckon } from './reckon.server';

const given = {
  council: {
    seats: 1,
    features: ['f'],
    quotas: [
      { feature: 'f', value: 'a', min: 0, max: 1 },
      { feature: 'f', value: 'b', min: 0, max: 1 },
    ],
    people: [
      { id: 'x', values: ['a'], household: null },
      { id: 'y', values: ['b'], household: null },
    ],
  },
  lines: 10,
};

it('reckons each council once at a time, and few at once', async () => {
  // All begin before any of them can have ended.
  const begun = await Promise.allSettled(['one', 'other', 'one', 'third'].map((id) => reckon(id, given)));
  const feasible = { status: 'fulfilled', value: { feasible: true } };
  expect(begun).toMatchObject([
    feasible,
    feasible,
    { status: 'rejected', reason: { code: 'conflict', reason: 'councils.reckoned-already' } },
    { status: 'rejected', reason: { code: 'busy', reason: 'councils.others-reckoned' } },
  ]);
  // What failed or was answered holds up nobody.
  expect(await reckon('third', given)).toMatchObject({ feasible: true });
});
