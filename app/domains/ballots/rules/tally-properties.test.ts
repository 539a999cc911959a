import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ballotCases, caseOptions } from '../../../../tests/factories/every-ballot-kind';
import type { BallotRules, Choice } from './kinds';
import { tally } from './tally';

/** The same with other names for the options, in the order in which they are published now. */
function renamed<Value extends BallotRules | Choice>(value: Value, name: (option: string) => string): Value {
  const turn = (part: unknown): unknown => {
    if (typeof part === 'string') return caseOptions.includes(part) ? name(part) : part;
    if (Array.isArray(part)) return part.map(turn);
    if (typeof part !== 'object' || part === null) return part;
    return Object.fromEntries(Object.entries(part).map(([key, child]) => [turn(key), turn(child)]));
  };
  return turn(value) as Value;
}

const papersOf = (paper: fc.Arbitrary<Choice>) => fc.array(paper, { maxLength: 12 });

describe.each(ballotCases)('a ballot by $name', ({ rules, paper }) => {
  it('is counted the same whoever voted in which order', () => {
    fc.assert(
      fc.property(papersOf(paper), fc.infiniteStream(fc.nat()), (papers, keys) => {
        const shuffled = papers
          .map((one) => ({ one, key: keys.next().value as number }))
          .sort((left, right) => left.key - right.key)
          .map(({ one }) => one);
        expect(tally(shuffled, rules)).toEqual(tally(papers, rules));
      }),
    );
  });

  it('does not depend on names and their order, but for ties', () => {
    const names = fc.shuffledSubarray(['k', 'l', 'm', 'n'], { minLength: 4, maxLength: 4 });
    const orders = fc.shuffledSubarray(caseOptions, { minLength: 4, maxLength: 4 });
    let untied = 0;
    fc.assert(
      fc.property(papersOf(paper), names, orders, (papers, to, order) => {
        const straight = tally(papers, rules).result;
        if (straight.ties.length > 0) return;
        untied += 1;
        const name = (option: string) => to[caseOptions.indexOf(option)] ?? '';
        const turned = { ...renamed(rules, name), options: order.map(name) };
        const { winners } = tally(
          papers.map((one) => renamed(one, name)),
          turned,
        ).result;
        expect([...winners].sort()).toEqual(straight.winners.map(name).sort());
      }),
      { numRuns: 300 },
    );
    expect(untied).toBeGreaterThan(20);
  });
});

/**
 * A paper for one option only. Adding it never harms that option under these rules. Schulze's method promises
 * less: raising an option on a paper never harms it (tally-ranking.test.ts), but that a voter comes at all may.
 * Equal shares promises proportionality instead (equal-shares.test.ts): a further voter makes all shares smaller.
 */
const onlyFor: Record<string, (option: string) => Choice> = {
  support: (option) => ({ kind: 'support', answers: { [option]: 'yes' } }),
  'single choice': (option) => ({ kind: 'single-choice', option }),
  approval: (option) => ({ kind: 'approval', options: [option] }),
  score: (option) => ({ kind: 'score', scores: { [option]: 5 } }),
  'budget by greedy-votes, completion none': (option) => ({ kind: 'budget', projects: [option] }),
  'budget by greedy-votes-per-cost, completion none': (option) => ({ kind: 'budget', projects: [option] }),
};

describe.each(ballotCases.filter(({ name }) => onlyFor[name]))(
  'a further paper for a winner by $name',
  ({ name, rules, paper }) => {
    it('never harms it', () => {
      let seen = 0;
      fc.assert(
        fc.property(papersOf(paper), (papers) => {
          for (const winner of tally(papers, rules).result.winners) {
            const further = onlyFor[name]?.(winner);
            if (!further) continue;
            seen += 1;
            expect(tally([...papers, further], rules).result.winners).toContain(winner);
          }
        }),
        { numRuns: 300 },
      );
      expect(seen).toBeGreaterThan(50);
    });
  },
);
