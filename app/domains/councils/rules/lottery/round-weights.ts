import type { KindsOfPeople, WeightedComposition } from '../council';

const mostSweeps = 100;

/**
 * How often each panel stands in a list of `lines` panels: the floor or the ceiling of lines · weight, together `lines`.
 * First rounded along the list, so that the sum of the first panels is never off by more than a half; then two panels
 * change places, one up, one down, as long as that brings the kinds nearer to what they should have.
 */
export function roundWeights(
  panels: readonly WeightedComposition[],
  people: KindsOfPeople,
  lines: number,
): number[] {
  const floors = panels.map(({ weight }) => Math.floor(weight * lines + 1e-9));
  const rests = panels.map(({ weight }, at) => Math.max(0, weight * lines - (floors[at] as number)));
  const up = roundedAlong(rests, lines - floors.reduce((sum, each) => sum + each, 0));
  const fractional = [...panels.keys()].filter((at) => (rests[at] as number) > 1e-9);
  // By person: what a kind has too much, over its people.
  const parts = panels.map(({ composition }) =>
    composition.flatMap((count, kind) =>
      count === 0 ? [] : [[kind, count / (people.kinds[kind]?.people.length ?? 1)] as const],
    ),
  );
  const error = new Float64Array(people.kinds.length);
  const add = (at: number, times: number) => {
    for (const [kind, part] of parts[at] ?? []) error[kind] = (error[kind] as number) + times * part;
  };
  for (const at of fractional) add(at, (up[at] ? 1 : 0) - (rests[at] as number));
  swapWhileBetter(fractional, up, { add, cost: () => error.reduce((sum, each) => sum + each ** 4, 0) });
  return floors.map((floor, at) => floor + (up[at] ? 1 : 0));
}

/** Which panels are rounded up: `count` of them, spread along the list by their rests. */
function roundedAlong(rests: readonly number[], count: number): boolean[] {
  const up = rests.map(() => false);
  let [sum, given] = [0, 0];
  rests.forEach((rest, at) => {
    sum += rest;
    if (given < count && rest > 1e-9 && sum - given >= 0.5) {
      up[at] = true;
      given += 1;
    }
  });
  for (let at = rests.length - 1; given < count && at >= 0; at -= 1)
    if (!up[at]) {
      up[at] = true;
      given += 1;
    }
  return up;
}

interface Errors {
  add: (panel: number, times: number) => void;
  cost: () => number;
}

function swapWhileBetter(panels: readonly number[], up: boolean[], { add, cost }: Errors): void {
  let now = cost();
  for (let sweep = 0; sweep < mostSweeps; sweep += 1) {
    const before = now;
    for (const lower of panels) {
      if (!up[lower]) continue;
      add(lower, -1);
      let [best, least] = [-1, now - 1e-9];
      for (const raise of panels) {
        if (up[raise]) continue;
        add(raise, 1);
        const then = cost();
        add(raise, -1);
        if (then < least) [best, least] = [raise, then];
      }
      if (best < 0) add(lower, 1);
      else {
        add(best, 1);
        [up[lower], up[best], now] = [false, true, least];
      }
    }
    if (now >= before) return;
  }
}
