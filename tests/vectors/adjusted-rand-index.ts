/** Agreement of two labellings of the same items: 1 the same, about 0 by chance (Hubert and Arabie 1985). */
export function adjustedRandIndex(one: readonly unknown[], other: readonly unknown[]): number {
  const both = pairsInside(one.map((label, at) => `${String(label)}|${String(other[at])}`));
  const [first, second] = [pairsInside(one), pairsInside(other)];
  const expected = (first * second) / pairs(one.length);
  const most = (first + second) / 2;
  return most === expected ? 1 : (both - expected) / (most - expected);
}

const pairs = (count: number) => (count * (count - 1)) / 2;

function pairsInside(labels: readonly unknown[]): number {
  const counts = new Map<unknown, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  return [...counts.values()].reduce((sum, count) => sum + pairs(count), 0);
}
