import type { CountingTerms } from './ballot-of-pb';
import type { PbCounting } from './pb-file';

export type FileTerms = Pick<
  CountingTerms,
  'rule' | 'completion' | 'stopWhenExhaustive' | 'minimumScore' | 'stopAtFirstMisfit'
>;

/**
 * The rule that META names, with its minimum of votes or points; null where it names none that is known here.
 * Add-1 as cities held it goes on after the outcome is exhaustive: so all three real elections come out.
 */
export function termsOfFile({ rule, voteType, minimumScore }: PbCounting): FileTerms | null {
  const spelled = rule.toLowerCase().replaceAll(/[^a-z0-9]+/g, '');
  const greedy = /^greedy(votespercost)?(?:threshold|(noskip))*$/.exec(spelled);
  const common = { minimumScore, stopWhenExhaustive: false };
  if (greedy)
    return {
      rule: greedy[1] === undefined ? 'greedy-votes' : 'greedy-votes-per-cost',
      completion: 'none',
      stopAtFirstMisfit: spelled.includes('noskip'),
      ...common,
    };
  const shares = /^(?:equalshares|mes)(add1)?(greedy)?$/.exec(spelled);
  if (!shares) return null;
  const [, addOne, thenGreedy] = shares;
  return {
    rule: voteType === 'approval' ? 'equal-shares-cost' : 'equal-shares-points',
    completion: addOne ? (thenGreedy ? 'add1-then-greedy' : 'add1') : thenGreedy ? 'greedy' : 'none',
    ...common,
  };
}
