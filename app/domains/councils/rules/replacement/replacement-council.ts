import type { Council } from '../council';

export interface Replacement {
  /** Of whom, and by which quotas, the vacant seats are drawn. */
  council: Council;
  /** Ids of volunteers who cannot be drawn, because a member lives in their household. */
  excluded: string[];
}

/**
 * The council of the seats that fell vacant: whoever still sits keeps the seat, and the rest is a council of its own, with
 * its seats, the quotas less what the members fill already, and the volunteers who are left. Each panel of it makes,
 * together with the members, a panel of the whole, and each panel of the whole that holds all the members is made so. It is
 * drawn by the same rule as the first, from a list of its own and by a seed of its own.
 */
export function replacementCouncil(
  whole: Council,
  { members, gone }: { members: readonly string[]; gone: readonly string[] },
): Replacement {
  const [sitting, left] = [new Set(members), new Set(gone)];
  const seated = whole.people.filter(({ id }) => sitting.has(id));
  const taken = new Set(seated.flatMap(({ household }) => household ?? []));
  const others = whole.people.filter(({ id }) => !sitting.has(id) && !left.has(id));
  const shares = ({ household }: { household: string | null }) => household !== null && taken.has(household);
  return {
    council: {
      ...whole,
      seats: whole.seats - seated.length,
      people: others.filter((person) => !shares(person)),
      quotas: whole.quotas.map((quota) => {
        const place = whole.features.indexOf(quota.feature);
        const filled = seated.filter(({ values }) => values[place] === quota.value).length;
        return { ...quota, min: Math.max(0, quota.min - filled), max: Math.max(0, quota.max - filled) };
      }),
    },
    excluded: others.filter(shares).map(({ id }) => id),
  };
}
