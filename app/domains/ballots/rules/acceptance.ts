import type { BallotRules, PercentageBase, Share, Threshold } from './kinds';
import type { TieMet } from './common-result';
import { drawOrder } from '~/lib/seeded-random';

/** Whether `part` of `whole` satisfies the threshold, in whole numbers. Nothing reaches a share of nothing. */
export function reachesThreshold(part: number, whole: number, threshold: Threshold): boolean {
  if (whole <= 0) return false;
  const left = BigInt(part) * BigInt(threshold.denominator);
  const right = BigInt(whole) * BigInt(threshold.numerator);
  return comparisonOf(threshold) === 'more-than' ? left > right : left >= right;
}

/** What the threshold asks: more than it, or at least it (see Threshold). */
export function comparisonOf(threshold: Threshold): 'more-than' | 'at-least' {
  if (threshold.comparison) return threshold.comparison;
  return threshold.numerator * 2 <= threshold.denominator ? 'more-than' : 'at-least';
}

/** Whether enough of the electorate voted. No quorum is always reached. */
export function reachesQuorum(papers: number, electorateSize: number, quorum: Share | null): boolean {
  if (!quorum) return true;
  return reachesThreshold(papers, electorateSize, { ...quorum, comparison: 'at-least' });
}

/** The number that a percentage is counted of. */
export function baseCount(
  base: PercentageBase,
  counts: { papers: number; abstentions: number; electorate: number },
) {
  if (base === 'electorate') return counts.electorate;
  return base === 'votes' ? counts.papers : counts.papers - counts.abstentions;
}

/** Sorts options by falling score; equal ones by the tie rule. Each group of equals is reported once. */
export function sortByScore(rules: BallotRules, options: string[], score: (option: string) => number) {
  const place = new Map(tieOrder(rules).map((option, index) => [option, index]));
  const order = [...options].sort(
    (one, other) => score(other) - score(one) || (place.get(one) ?? 0) - (place.get(other) ?? 0),
  );
  const groups = new Map<number, string[]>();
  for (const option of order) groups.set(score(option), [...(groups.get(score(option)) ?? []), option]);
  const decidedBy = rules.ties?.kind ?? 'order';
  const ties: TieMet[] = [...groups.values()]
    .filter((group) => group.length > 1)
    .map((group) => ({ options: group, decidedBy }));
  return { order, ties };
}

/** All options in the order that breaks ties: as published, or by lot. */
export function tieOrder(rules: BallotRules): string[] {
  return rules.ties?.kind === 'draw' ? drawOrder(rules.options, rules.ties.seed) : rules.options;
}
