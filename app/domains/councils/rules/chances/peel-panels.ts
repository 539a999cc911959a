import { countOf, restrictionsOn } from '../kinds-of-people';
import type { Composition, KindsOfPeople, WeightedComposition } from '../council';
import type { PanelFinder } from './panel-finder';
import type { Range } from '~/lib/linear-programs/program';

/** What is left of the mixture is not worth a panel below this. */
const negligible = 1e-10;
const tolerance = 1e-9;

interface Bounded {
  range: Range;
  count: (composition: ArrayLike<number>) => number;
}

/**
 * Takes a mixture of panels apart (`expected`: members of each kind on average): a panel that keeps to all bounds that
 * the mixture touches, with the largest weight that leaves the rest within the bounds, and so on with the rest. Each
 * turn makes the rest touch a bound more, so there are at most as many panels as bounds. Ends early where the rest
 * touches bounds that no whole panel keeps to together.
 */
export function peelPanels(
  expected: readonly number[],
  people: KindsOfPeople,
  finder: PanelFinder,
): WeightedComposition[] {
  const kinds = people.kinds.map(({ most }, kind): Bounded => ({
    range: { lower: 0, upper: most },
    count: (of) => of[kind] as number,
  }));
  const restrictions = restrictionsOn(people).map(({ lower, upper, ...counted }): Bounded => ({
    range: { lower, upper },
    count: (of) => countOf(of, counted),
  }));
  const panels: WeightedComposition[] = [];
  let rest = [...expected];
  let weightOfRest = 1;
  const mostPanels = 2 * (kinds.length + restrictions.length);
  while (weightOfRest > negligible && panels.length < mostPanels) {
    const near = tolerance / Math.max(weightOfRest, 1e-4);
    const within = {
      kinds: kinds.map((one) => narrowed(one, rest, near)),
      restrictions: restrictions.map((one) => narrowed(one, rest, near)),
    };
    const composition = finder.good(worthOf(rest, people), within);
    if (!composition) break;
    const share = largestShare([...kinds, ...restrictions], rest, composition);
    if (share <= 0) break;
    panels.push({ composition, weight: weightOfRest * share });
    if (share >= 1) break;
    rest = rest.map((count, kind) => (count - share * (composition[kind] as number)) / (1 - share));
    weightOfRest *= 1 - share;
  }
  return panels;
}

/** Kinds of whom many are still expected sit first: their panel can have a large weight. */
const worthOf = (rest: readonly number[], { kinds }: KindsOfPeople) =>
  rest.map((count, kind) => count / (kinds[kind]?.most ?? 1));

/** Where the mixture touches a bound, each panel in it does. */
function narrowed({ range: { lower, upper }, count }: Bounded, rest: readonly number[], near: number): Range {
  const now = count(rest);
  if (now > upper - near) return { lower: upper, upper };
  if (now < lower + near) return { lower, upper: lower };
  return { lower, upper };
}

/** The largest s for which (rest − s · composition) / (1 − s) is within all bounds. */
function largestShare(bounds: readonly Bounded[], rest: readonly number[], composition: Composition): number {
  let share = 1;
  for (const { range, count } of bounds) {
    const [now, taken] = [count(rest), count(composition)];
    if (taken > range.lower) share = Math.min(share, (now - range.lower) / (taken - range.lower));
    if (taken < range.upper) share = Math.min(share, (range.upper - now) / (range.upper - taken));
  }
  return share;
}
