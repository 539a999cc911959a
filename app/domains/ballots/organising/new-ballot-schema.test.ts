import { expect, it } from 'vitest';
import { newBallotSchema } from './new-ballot-schema';

const form = {
  ...{ title: '社区口袋公园怎么建', question: '请大家来定。', areaId: '421002', kind: 'budget' },
  ...{ standing: 'consultation', unit: 'person', secret: 'secret', minimumAge: '18', thresholdPercent: '50' },
  ...{ percentageBase: 'votes', opensAt: '2026-12-01T01:00:00Z', closesAt: '2026-12-08T01:00:00Z' },
};
const faultsOf = (change: object) =>
  newBallotSchema
    .safeParse({ ...form, ...change })
    .error?.issues.map(({ path, message }) => [path[0], message]) ?? [];

const options = '长椅 | 40000\n花坛 | 50000.50';

it('refuses a budget that no project fits, and takes one that some fit', () => {
  expect(faultsOf({ options, budget: '100' })).toEqual([['budget', 'no-project-fits']]);
  expect(faultsOf({ options, budget: '39999.99' })).toEqual([['budget', 'no-project-fits']]);
  expect(faultsOf({ options, budget: '40000' })).toEqual([]);
  expect(
    faultsOf({ options: '', budget: '100', proposalIds: ['a', 'b'], 'cost.a': '200', 'cost.b': '300' }),
  ).toEqual([['budget', 'no-project-fits']]);
  // What cannot be read is told as such, once.
  expect(faultsOf({ options: '长椅 | 很贵\n花坛 | 50000', budget: '100' })).toEqual([
    ['options', 'not-a-project'],
  ]);
});

it('asks how many points there are, and no more for one project than in all', () => {
  const budget = { options, budget: '50000', budgetPapers: 'points' };
  expect(faultsOf({ ...budget })).toEqual([['pointsTotal', 'required']]);
  expect(faultsOf({ ...budget, pointsTotal: '5', pointsEach: '6' })).toEqual([
    ['pointsEach', 'each-above-total'],
  ]);
  expect(faultsOf({ ...budget, pointsTotal: '5', pointsEach: '5' })).toEqual([]);
  expect(faultsOf({ ...budget, budgetPapers: 'ranks', pointsEach: '6' })).toEqual([]);
});

it('reads amounts as people type them', () => {
  expect(faultsOf({ options: '长椅 | １００元\n花坛 | ¥1，000', budget: '１２０ 元' })).toEqual([]);
});
