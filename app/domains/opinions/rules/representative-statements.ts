import type { VoteCount } from './count-votes';
import { estimatedShare, shareTest, significant, twoSharesTest } from './proportion-tests';

export type Direction = 'agree' | 'disagree';

/** A statement by which a group differs from the others. */
export interface RepresentativeStatement {
  statement: number;
  /** What the group holds of it. */
  direction: Direction;
  /** Share of the group in that direction (estimated), and z against one half. */
  share: number;
  shareTest: number;
  /** Times as probable in this group as among the others, and z of the difference. */
  ratio: number;
  ratioTest: number;
  count: VoteCount;
}

interface Side {
  share: number;
  shareTest: number;
  ratio: number;
  ratioTest: number;
}

interface Candidate {
  statement: number;
  agree: Side;
  disagree: Side;
  count: VoteCount;
}

const mostStatements = 5;

/**
 * The statements that represent a group against all other grouped people, by Polis' tests of proportions: first
 * the one that the group agrees on most characteristically, then those whose share and difference are both
 * significant, by ratio × its z × share × its z; at most five, agreement before disagreement. Where none is
 * significant, the nearest to it. `eligible` are the statements not moderated out.
 */
export function representativeStatements(
  group: VoteCount[],
  others: VoteCount[],
  eligible: number[],
): RepresentativeStatement[] {
  const candidates = eligible.flatMap((statement) => {
    const [count, out] = [group[statement], others[statement]];
    if (!count || !out) return [];
    return [{ statement, count, agree: side(count, out, 'agrees'), disagree: side(count, out, 'disagrees') }];
  });
  const best = bestAgreed(candidates);
  const sufficient = candidates
    .filter((one) => one !== best && isSufficient(one))
    .map(directed)
    .sort((one, other) => weightOf(other) - weightOf(one) || one.statement - other.statement);
  const chosen = [...(best ? [directed(best)] : []), ...sufficient];
  const all = chosen.length > 0 ? chosen : nearest(candidates).map(directed);
  const kept = all.slice(0, mostStatements);
  return [
    ...kept.filter(({ direction }) => direction === 'agree'),
    ...kept.filter(({ direction }) => direction === 'disagree'),
  ];
}

function side(count: VoteCount, out: VoteCount, answer: 'agrees' | 'disagrees'): Side {
  const [successes, trials] = [count[answer], count.answers];
  const share = estimatedShare(successes, trials);
  return {
    share,
    shareTest: shareTest(successes, trials),
    ratio: share / estimatedShare(out[answer], out.answers),
    ratioTest: twoSharesTest({ successes, trials }, { successes: out[answer], trials: out.answers }),
  };
}

function isSufficient({ agree, disagree }: Candidate): boolean {
  const passes = (one: Side) => one.ratioTest > significant && one.shareTest > significant;
  return passes(agree) || passes(disagree);
}

function bestAgreed(candidates: Candidate[]): Candidate | null {
  let best: Candidate | null = null;
  for (const candidate of candidates) {
    const { agree, count } = candidate;
    if (count.agrees === 0 && count.disagrees === 0) continue;
    if (!best) {
      if (agree.shareTest > significant || (agree.ratio > 1 && agree.share > 0.5)) best = candidate;
    } else if (best.agree.ratio > 1) {
      if (weightOf(agree) > weightOf(best.agree)) best = candidate;
    } else if (agree.share * agree.shareTest > best.agree.share * best.agree.shareTest) {
      best = candidate;
    }
  }
  return best;
}

function nearest(candidates: Candidate[]): Candidate[] {
  const strength = ({ agree, disagree }: Candidate) => Math.max(agree.ratioTest, disagree.ratioTest);
  const [first] = [...candidates].sort(
    (one, other) => strength(other) - strength(one) || one.statement - other.statement,
  );
  return first ? [first] : [];
}

function weightOf({ ratio, ratioTest, share, shareTest: test }: Side): number {
  return ratio * ratioTest * share * test;
}

function directed({ statement, agree, disagree, count }: Candidate): RepresentativeStatement {
  const agrees = agree.ratioTest > disagree.ratioTest;
  return { statement, direction: agrees ? 'agree' : 'disagree', ...(agrees ? agree : disagree), count };
}
