/** Upper ends of the groups into which chances are put for a reader; 0 and 1 are groups of their own. */
const ends = [0, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 0.999_999, 1] as const;

export interface ChanceGroup {
  /** More than this (but where both ends are 0, or `to` is 1), in percent. */
  from: number;
  /** At most this, in percent. */
  to: number;
  people: number;
}

/** How many people have which chance; groups without people are left out. */
export function chanceGroups(chances: readonly number[]): ChanceGroup[] {
  const rounded = (share: number) => Math.round(share * 100);
  return ends.flatMap((to, at) => {
    const from = at === 0 ? -1 : (ends[at - 1] as number);
    const people = chances.filter((chance) => chance > from && chance <= to).length;
    return people === 0
      ? []
      : [{ from: to === 1 ? 100 : rounded(Math.max(0, from)), to: rounded(to), people }];
  });
}
