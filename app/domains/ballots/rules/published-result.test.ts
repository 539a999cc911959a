import fc from 'fast-check';
import { expect, it } from 'vitest';
import { publishedResult, resultOf } from './published-result';
import { tally } from './tally';
import { ballotCases } from '../../../../tests/factories/every-ballot-kind';

it.each(ballotCases.map((one) => [one.name, one] as const))(
  'what a count of %s came to is given out in the one form, with every option and just those that won',
  (_name, { rules, paper }) => {
    fc.assert(
      fc.property(fc.array(paper, { maxLength: 20 }), (papers) => {
        const { result } = tally(papers, rules);
        const given = publishedResult.strict().parse(resultOf(result));
        expect(given.options.map(({ optionId }) => optionId).sort()).toEqual([...rules.options].sort());
        const accepted = given.options.filter((option) => option.accepted).map(({ optionId }) => optionId);
        expect(accepted.sort()).toEqual([...given.winners].sort());
      }),
      { numRuns: 30 },
    );
  },
);
