import type { VoteCount } from './count-votes';
import { estimatedShare, shareTest, significant, twoSharesTest } from './proportion-tests';
import type { Direction } from './representative-statements';

/**
 * Group-informed consensus: the product over the groups of the estimated share (A + 1) / (S + 2) that agrees;
 * high only where every group agrees. Without groups 1.
 */
export function groupInformedConsensus(
  groups: VoteCount[][],
  statement: number,
  answer: 'agrees' | 'disagrees' = 'agrees',
): number {
  return groups.reduce((product, counts) => {
    const count = counts[statement];
    return count ? product * estimatedShare(count[answer], count.answers) : product;
  }, 1);
}

export interface ConsensusStatement {
  statement: number;
  direction: Direction;
  /** Estimated share of all participants in that direction, and z against one half. */
  share: number;
  shareTest: number;
  groupInformed: number;
  count: VoteCount;
}

const mostEachWay = 5;

/**
 * What people agree on across groups: a significant majority of all participants, and no shown group mostly
 * of the other mind; the five strongest each way by share × z, put in the order of group-informed consensus,
 * agreement first.
 */
export function consensusStatements(
  everyone: VoteCount[],
  groups: VoteCount[][],
  eligible: number[],
): ConsensusStatement[] {
  return (['agree', 'disagree'] as const).flatMap((direction) => {
    const [answer, opposite] =
      direction === 'agree' ? (['agrees', 'disagrees'] as const) : (['disagrees', 'agrees'] as const);
    return eligible
      .flatMap((statement): ConsensusStatement[] => {
        const count = everyone[statement];
        if (!count) return [];
        const share = estimatedShare(count[answer], count.answers);
        const test = shareTest(count[answer], count.answers);
        if (share <= 0.5 || test <= significant) return [];
        if (groups.some((counts) => isMajority(counts[statement], opposite))) return [];
        const groupInformed = groupInformedConsensus(groups, statement, answer);
        return [{ statement, direction, share, shareTest: test, groupInformed, count }];
      })
      .sort((one, other) => other.share * other.shareTest - one.share * one.shareTest)
      .slice(0, mostEachWay)
      .sort((one, other) => other.groupInformed - one.groupInformed || one.statement - other.statement);
  });
}

function isMajority(count: VoteCount | undefined, answer: 'agrees' | 'disagrees'): boolean {
  return count !== undefined && estimatedShare(count[answer], count.answers) > 0.5;
}

export interface DivisiveStatement {
  statement: number;
  /** Groups with the largest and the smallest share that agrees, and those shares. */
  most: { group: number; share: number };
  least: { group: number; share: number };
  /** z of the difference between the two. */
  test: number;
}

const mostDivisive = 10;

/** Where the groups part: the widest significant differences between two groups' shares that agree. */
export function divisiveStatements(groups: VoteCount[][], eligible: number[]): DivisiveStatement[] {
  return eligible
    .flatMap((statement): DivisiveStatement[] => {
      const shares = groups
        .map((counts, group) => ({ group, count: counts[statement] as VoteCount }))
        .map(({ group, count }) => ({ group, count, share: estimatedShare(count.agrees, count.answers) }))
        .sort((one, other) => other.share - one.share || one.group - other.group);
      const [most, least] = [shares[0], shares.at(-1)];
      if (!most || !least || most === least) return [];
      const sample = ({ agrees, answers }: VoteCount) => ({ successes: agrees, trials: answers });
      const test = twoSharesTest(sample(most.count), sample(least.count));
      const place = ({ group, share }: typeof most) => ({ group, share });
      return test > significant ? [{ statement, most: place(most), least: place(least), test }] : [];
    })
    .sort(
      (one, other) =>
        other.most.share - other.least.share - (one.most.share - one.least.share) ||
        one.statement - other.statement,
    )
    .slice(0, mostDivisive);
}
