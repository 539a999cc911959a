import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { BallotRules, BudgetRules, Share } from './kinds';
import { sampleElectors, samplePaper, samplePapersOf } from './sample-papers';
import { tally } from './tally';

const quorum = fc.option(
  fc.record({ numerator: fc.integer({ min: 0, max: 100 }), denominator: fc.constant(100) }),
);
interface Shape {
  count: number;
  quorum: Share | null;
  seats: number;
  maximum: number;
  limit: number | null;
}

const shape = fc.record({
  count: fc.integer({ min: 1, max: 30 }),
  quorum,
  seats: fc.integer({ min: 1, max: 30 }),
  maximum: fc.integer({ min: 1, max: 30 }),
  limit: fc.option(fc.integer({ min: 1, max: 4000 })),
});

function rulesOfAll({ count, quorum, seats, maximum, limit }: Shape): BallotRules[] {
  const options = Array.from({ length: count }, (_, at) => `option-${at + 1}`);
  const common = { options, electorateSize: sampleElectors, quorum };
  const accepted = { ...common, threshold: { numerator: 50, denominator: 100 }, base: 'votes' as const };
  const budget: BudgetRules = {
    ...{ kind: 'budget', ...common, budget: '3000', rule: 'equal-shares-cost', completion: 'add1' },
    ...{ stopWhenExhaustive: false, tieCriteria: ['lexico'], maximum },
    projects: options.map((id, at) => ({ id, cost: String(100 + 130 * at) })),
    maximumCost: limit === null ? null : String(limit),
  };
  const points: BudgetRules = { ...budget, rule: 'equal-shares-points', voteType: 'points' };
  return [
    { kind: 'support', ...accepted },
    { kind: 'single-choice', ...accepted },
    { kind: 'approval', ...accepted, maximum },
    { kind: 'ranking', ...common, seats },
    { kind: 'score', ...common, seats, minimum: 0, maximum: (maximum % 10) + 1 },
    budget,
    { ...points, pointLimits: { each: limit === null ? null : seats, total: maximum } },
    { ...points, pointLimits: { each: (maximum % 10) + 1, total: null } },
    { ...points, voteType: 'ranking', rankScore: { kind: 'from-max', length: Math.min(maximum, count) } },
  ];
}

it('are papers that the rules allow, enough for the quorum, and alike each time', () => {
  fc.assert(
    fc.property(shape, (of) => {
      for (const rules of rulesOfAll(of)) {
        const papers = samplePapersOf(rules);
        const cast = () => Array.from({ length: papers }, (_, at) => samplePaper(rules, at));
        const { result } = tally(cast(), rules);
        expect([rules.kind, result.invalid, result.papers]).toEqual([rules.kind, 0, papers]);
        expect(result.quorumReached).toBe(true);
        expect(cast()).toEqual(cast());
      }
    }),
    { numRuns: 20 },
  );
});

it('do not all say the same where there is something to choose', () => {
  const [, ...rules] = rulesOfAll({ count: 4, quorum: null, seats: 1, maximum: 3, limit: null });
  for (const one of rules) {
    const papers = Array.from({ length: 60 }, (_, at) => JSON.stringify(samplePaper(one, at)));
    expect(new Set(papers).size).toBeGreaterThan(2);
  }
});
