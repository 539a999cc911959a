/** How unequal the chances are: Σᵢ Σⱼ |pᵢ − pⱼ| / (2 n Σ p), from 0; 0 where there is none. */
export function giniOf(chances: readonly number[]): number {
  const total = chances.reduce((sum, chance) => sum + chance, 0);
  if (total === 0) return 0;
  const sorted = [...chances].sort((one, other) => one - other);
  const ranked = sorted.reduce((sum, chance, at) => sum + (2 * at + 1 - sorted.length) * chance, 0);
  return Math.max(0, ranked / (sorted.length * total));
}
