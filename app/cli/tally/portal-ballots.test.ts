import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ballotCases } from '../../../tests/factories/every-ballot-kind';
import { runTally } from './tally';
import type { BudgetRules, Choice } from '~/domains/ballots/rules/kinds';
import { pbOfBallot } from '~/domains/ballots/rules/pb/ballot-of-pb';
import { writePb } from '~/domains/ballots/rules/pb/write-pb';
import { tally } from '~/domains/ballots/rules/tally';

const about = {
  ...{ description: '', country: 'China', unit: '', instance: '2026', currency: 'CNY' },
  ...{ dateBegin: '01.11.2026', dateEnd: '30.11.2026', names: new Map<string, string>(), winners: [] },
  scores: new Map<string, string>(),
};

/** What the command line counts of the file that the portal publishes. */
async function recounted(rules: BudgetRules, papers: Choice[], args: string[]) {
  const file = new TextEncoder().encode(writePb(pbOfBallot(rules, papers, about)));
  let printed = '';
  const io = {
    readFile: () => file,
    stdout: (text: string) => (printed += text),
    stderr: (text: string) => (printed += text),
  };
  const code = await runTally(['ballot.pb', ...args, '--json'], io);
  expect({ code, printed }).toMatchObject({ code: 0 });
  return JSON.parse(printed) as { winners: string[]; steps: unknown[]; notices: string[] };
}

const budgets = ballotCases.flatMap(({ name, rules, paper }) =>
  rules.kind === 'budget' ? [{ name, rules, paper }] : [],
);

describe.each(budgets)('the published file of a $name', ({ rules, paper }) => {
  const byName = [
    ...['--rule', rules.rule, '--completion', rules.completion, '--ties', 'lexico'],
    ...(rules.stopWhenExhaustive ? ['--stop-when-exhaustive'] : []),
    ...(rules.minimumScore ? ['--min-votes', rules.minimumScore] : []),
    ...(rules.stopAtFirstMisfit ? ['--no-skip'] : []),
  ];
  // The format has no name for utilities by number.
  const byFile = rules.rule === 'equal-shares-cardinality' ? [] : [['--rule', 'file']];
  const stops = rules.stopWhenExhaustive ? ['--stop-when-exhaustive'] : [];

  it('is counted by the command line as by the portal', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(paper, { maxLength: 12 }), async (papers) => {
        const own = { ...rules, tieCriteria: ['lexico' as const] };
        // A file knows of no quorum, and of nobody who might have voted.
        const asFile = { ...own, quorum: null, ofFile: true as const };
        const { winners } = tally(papers, asFile).result;
        for (const args of [byName, ...byFile.map((call) => [...call, ...stops])]) {
          const again = await recounted(own, papers, args);
          expect(again).toMatchObject({ winners, notices: [] });
        }
      }),
      { numRuns: 60 },
    );
  });
});
