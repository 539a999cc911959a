import type { BallotRules } from './rules/kinds';

export interface BallotTerms {
  kind: string;
  maximumChoices: number | null;
  quorumPercent: number | null;
  thresholdPercent: number;
  percentageBase: string;
}

/** The rules as they are frozen at opening: everything that the count needs, and nothing else. */
export function rulesOf(ballot: BallotTerms, options: string[], electorateSize: number): BallotRules {
  const quorum = ballot.quorumPercent === null ? null : { numerator: ballot.quorumPercent, denominator: 100 };
  const threshold = { numerator: ballot.thresholdPercent, denominator: 100 };
  const base = ballot.percentageBase as 'votes' | 'votes-without-abstentions' | 'electorate';
  const shared = { options, electorateSize, quorum, threshold, base };
  if (ballot.kind === 'support') return { kind: 'support', ...shared };
  if (ballot.kind === 'single-choice') return { kind: 'single-choice', ...shared };
  return { kind: 'approval', ...shared, maximum: ballot.maximumChoices ?? options.length };
}
