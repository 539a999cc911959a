import { asks } from '../../waiting';
import type { Waiting } from '../../waiting';

/** What ends within it goes before everything else. */
export const soonHours = 48;

/**
 * What waits, the most urgent first: what ends within two days by its end; then by what is asked, in the order of `asks`,
 * and within that by the end, what has none last. What is alike in all that keeps its order.
 */
export function byUrgency<One extends Waiting>(waiting: readonly One[], now: Date): One[] {
  const soon = now.getTime() + soonHours * 3600_000;
  const end = ({ until }: Waiting) => until?.getTime() ?? Infinity;
  const rank = (one: Waiting) => (end(one) <= soon ? -1 : asks.indexOf(one.ask));
  return [...waiting].sort((one, other) => {
    const byRank = rank(one) - rank(other);
    if (byRank !== 0) return byRank;
    return end(one) === end(other) ? 0 : end(one) - end(other);
  });
}
