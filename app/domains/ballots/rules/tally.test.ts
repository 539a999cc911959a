import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ApprovalRules, Choice, SingleChoiceRules, SupportRules } from './kinds';
import { tally } from './tally';

const half = { numerator: 1, denominator: 2 };
const common = { options: ['a', 'b', 'c'], electorateSize: 10, quorum: null, threshold: half };
const support: SupportRules = { kind: 'support', ...common, base: 'votes-without-abstentions' };
const single: SingleChoiceRules = {
  kind: 'single-choice',
  ...common,
  base: 'votes',
  threshold: { numerator: 0, denominator: 1 },
};
const approval: ApprovalRules = { kind: 'approval', ...common, base: 'votes', maximum: 2 };

const yes = (answer: 'yes' | 'no' | 'abstain', times: number): Choice[] =>
  Array.from({ length: times }, () => ({ kind: 'support', answers: { a: answer } }));
const one = (option: string | null, times = 1): Choice[] =>
  Array.from({ length: times }, () => ({ kind: 'single-choice', option }));
const some = (...options: string[]): Choice => ({ kind: 'approval', options });

describe('support', () => {
  it('needs more than one half where one half is the threshold', () => {
    expect(tally([...yes('yes', 2), ...yes('no', 2)], support).result.winners).toEqual([]);
    expect(tally([...yes('yes', 3), ...yes('no', 2)], support).result.winners).toEqual(['a']);
  });

  it('is content with exactly two thirds', () => {
    const rules = { ...support, threshold: { numerator: 2, denominator: 3 } };
    expect(tally([...yes('yes', 2), ...yes('no', 1)], rules).result.winners).toEqual(['a']);
  });

  it.each([
    ['votes', 5],
    ['votes-without-abstentions', 3],
    ['electorate', 10],
  ] as const)('counts the share of %s', (base, denominator) => {
    const papers = [...yes('yes', 2), ...yes('no', 1), ...yes('abstain', 2)];
    const [first] = tally(papers, { ...support, base }).result.options;
    expect(first).toMatchObject({
      share: { numerator: 2, denominator },
      base,
      answers: { yes: 2, no: 1, abstain: 2 },
    });
  });

  it('accepts nothing below the quorum, and says so', () => {
    const rules = { ...support, quorum: half };
    const { result, steps } = tally(yes('yes', 4), rules);
    expect(result).toMatchObject({
      quorumReached: false,
      winners: [],
      turnout: { numerator: 4, denominator: 10 },
    });
    expect(steps[1]).toMatchObject({ step: 'quorum-missed' });
    expect(tally(yes('yes', 5), rules).result).toMatchObject({ quorumReached: true, winners: ['a'] });
  });

  it('accepts nothing when nobody votes or everybody abstains', () => {
    expect(tally([], support).result.winners).toEqual([]);
    expect(tally(yes('abstain', 3), support).result.winners).toEqual([]);
  });

  it('is never harmed by a further yes', () => {
    const answers = fc.array(fc.constantFrom('yes' as const, 'no' as const, 'abstain' as const), {
      maxLength: 9,
    });
    fc.assert(
      fc.property(
        answers,
        fc.constantFrom('votes' as const, 'votes-without-abstentions' as const, 'electorate' as const),
        (list, base) => {
          const papers = list.flatMap((answer) => yes(answer, 1));
          const before = tally(papers, { ...support, base }).result.winners;
          const after = tally([...papers, ...yes('yes', 1)], { ...support, base }).result.winners;
          if (before.includes('a')) expect(after).toContain('a');
        },
      ),
    );
  });
});

describe('single choice', () => {
  it('elects the option with most votes', () => {
    const { result } = tally([...one('b', 3), ...one('a', 2), ...one(null, 1)], single);
    expect(result).toMatchObject({ winners: ['b'], blank: 1, papers: 6, ties: [] });
  });

  it('breaks a tie by the published order, or by lot, and tells', () => {
    const papers = [...one('c', 2), ...one('b', 2)];
    expect(tally(papers, single).result).toMatchObject({
      winners: ['b'],
      ties: [{ options: ['b', 'c'], decidedBy: 'order' }],
    });
    const firsts = Array.from(
      { length: 40 },
      (_, seed) => tally(papers, { ...single, ties: { kind: 'draw', seed: String(seed) } }).result.winners[0],
    );
    expect(new Set(firsts)).toEqual(new Set(['b', 'c']));
  });

  it('elects nobody when the best does not reach the threshold', () => {
    expect(
      tally([...one('a'), ...one('b'), ...one('c', 2)], { ...single, threshold: half }).result.winners,
    ).toEqual([]);
  });
});

describe('approval', () => {
  it('lets all win that reach the threshold, or as many as there are seats', () => {
    const papers = [some('a', 'b'), some('a', 'b'), some('a'), some()];
    expect(
      tally(papers, { ...approval, threshold: { numerator: 1, denominator: 3 } }).result.winners,
    ).toEqual(['a', 'b']);
    expect(
      tally(papers, { ...approval, threshold: { numerator: 1, denominator: 3 }, seats: 1 }).result.winners,
    ).toEqual(['a']);
  });

  it('sets papers aside that the rules do not allow', () => {
    const papers = [some('a'), some('a', 'b', 'c'), some('a', 'a'), some('x'), ...one('a')];
    expect(tally(papers, approval).result).toMatchObject({ papers: 1, invalid: 4 });
  });
});

describe('every choice ballot', () => {
  const papers = fc.array(fc.subarray(['a', 'b', 'c'], { maxLength: 2 }), { maxLength: 12 });

  it('counts the same in any order of the papers, and under other names', () => {
    fc.assert(
      fc.property(papers, (lists) => {
        const straight = tally(
          lists.map((list) => some(...list)),
          approval,
        ).result;
        const turned = tally(
          [...lists].reverse().map((list) => some(...list)),
          approval,
        ).result;
        expect(turned).toEqual(straight);
        const renamed = tally(
          lists.map((list) => some(...list.map((id) => `x${id}`))),
          {
            ...approval,
            options: ['xa', 'xb', 'xc'],
          },
        ).result;
        expect(renamed.winners).toEqual(straight.winners.map((id) => `x${id}`));
      }),
    );
  });
});
