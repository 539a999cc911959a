import type { Council, HouseholdGroup, Kind, KindsOfPeople, Person, Restriction } from './council';

/** Stands between parts of a key; no cell of a table holds it after trimming. */
const separator = '\u0000';

/** Puts people together whose chances must be equal. */
export function kindsOfPeople(council: Council): KindsOfPeople {
  const households = householdsOf(council.people);
  const makeUpOf = new Map<number, string>();
  for (const members of households) {
    const makeUp = members.map((at) => keyOf(council.people[at] as Person)).sort();
    for (const at of members) makeUpOf.set(at, members.length === 1 ? '' : makeUp.join(`${separator}+`));
  }
  const peopleByKind = groupedBy([...council.people.keys()], (at) =>
    [keyOf(council.people[at] as Person), makeUpOf.get(at) ?? ''].join(`${separator}-`),
  );
  const kindOf = new Array<number>(council.people.length).fill(0);
  peopleByKind.forEach((people, kind) => people.forEach((at) => (kindOf[at] = kind)));
  const groups = groupsOf(households, kindOf, makeUpOf);
  return {
    seats: council.seats,
    kindOf,
    kinds: kindsFrom(peopleByKind, council.people, groups),
    quotas: restrictionsOf(council, peopleByKind),
    groups,
  };
}

/** In the order in which the keys first come. */
function groupedBy<Item>(items: readonly Item[], key: (item: Item) => string): Item[][] {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return [...groups.values()];
}

const keyOf = ({ values }: Person) => values.join(separator);

function householdsOf(people: readonly Person[]): number[][] {
  return groupedBy([...people.keys()], (at) => {
    const { household } = people[at] as Person;
    return household === null ? `${separator}${at}` : household;
  });
}

/** Those in which more than one person lives; the others bind nobody. */
function groupsOf(
  households: readonly number[][],
  kindOf: readonly number[],
  makeUpOf: ReadonlyMap<number, string>,
): HouseholdGroup[] {
  const crowded = households.filter(({ length }) => length > 1);
  return groupedBy(crowded, ([one]) => makeUpOf.get(one as number) ?? '').map((alike) => ({
    households: alike,
    kinds: [...new Set((alike[0] ?? []).map((at) => kindOf[at] as number))],
  }));
}

function kindsFrom(
  peopleByKind: readonly number[][],
  people: readonly Person[],
  groups: readonly HouseholdGroup[],
): Kind[] {
  const householdsOfKind = new Map<number, number>();
  for (const { kinds, households } of groups)
    for (const kind of kinds) householdsOfKind.set(kind, households.length);
  return peopleByKind.map((alike, kind) => ({
    people: alike,
    values: (people[alike[0] as number] as Person).values,
    most: householdsOfKind.get(kind) ?? alike.length,
  }));
}

function restrictionsOf(
  { features, quotas, people }: Council,
  peopleByKind: readonly number[][],
): Restriction[] {
  const kindsByValue = new Map<string, number[]>();
  peopleByKind.forEach((alike, kind) => {
    (people[alike[0] as number] as Person).values.forEach((value, feature) => {
      const key = `${feature}${separator}${value}`;
      const kinds = kindsByValue.get(key);
      if (kinds) kinds.push(kind);
      else kindsByValue.set(key, [kind]);
    });
  });
  return quotas.map(({ feature, value, min, max }) => ({
    kinds: kindsByValue.get(`${features.indexOf(feature)}${separator}${value}`) ?? [],
    lower: min,
    upper: max,
  }));
}

/** All restrictions of a panel: the quotas, then the households, then the seats. */
export function restrictionsOn({ seats, kinds, quotas, groups }: KindsOfPeople): Restriction[] {
  return [
    ...quotas,
    ...groups.map((group) => ({ kinds: group.kinds, lower: 0, upper: group.households.length })),
    { kinds: [...kinds.keys()], lower: seats, upper: seats },
  ];
}

/** How many members of the composition, or of a mixture of compositions, the restriction counts. */
export function countOf(composition: ArrayLike<number>, { kinds }: Pick<Restriction, 'kinds'>): number {
  let count = 0;
  for (const kind of kinds) count += composition[kind] as number;
  return count;
}

/** Asked in whole numbers of what the solver answers. */
export function isPanel(composition: readonly number[], people: KindsOfPeople): boolean {
  return (
    composition.every(
      (count, kind) => Number.isInteger(count) && count >= 0 && count <= (people.kinds[kind] as Kind).most,
    ) &&
    restrictionsOn(people).every((restriction) => {
      const count = countOf(composition, restriction);
      return restriction.lower <= count && count <= restriction.upper;
    })
  );
}
