import type { Person } from '../council';
import { smallestGroup } from './count-public';

/** People who can never be drawn, as whoever organises may learn of them. */
export interface NeverDrawn {
  /** Values of all features, and how many state them all. */
  groups: { values: string[]; people: number }[];
  /** Of whom no features are told; null for some, but fewer than `smallestGroup`. */
  rest: number | null;
}

const few = (count: number) => count > 0 && count < smallestGroup;

/**
 * Who can never be drawn, in groups of those who state the same: none of fewer than five, nor one that leaves fewer than
 * five others with a value of its own, for these could be reckoned from the public count of that value. Of all others
 * the number alone is told, and of fewer than five not even that.
 */
export function neverDrawnGroups(people: readonly Person[], ids: readonly string[]): NeverDrawn {
  const never = new Set(ids);
  const alike = new Map<string, Person[]>();
  for (const person of people) {
    if (!never.has(person.id)) continue;
    const key = JSON.stringify(person.values);
    alike.set(key, [...(alike.get(key) ?? []), person]);
  }
  const othersWith = (place: number, value: string, key: string) =>
    people.filter(({ values }) => values[place] === value && JSON.stringify(values) !== key).length;
  const groups = [...alike].flatMap(([key, those]) => {
    const values = those[0]?.values ?? [];
    const isTold =
      those.length >= smallestGroup && !values.some((value, place) => few(othersWith(place, value, key)));
    return isTold ? [{ values: [...values], people: those.length }] : [];
  });
  const told = groups.reduce((sum, group) => sum + group.people, 0);
  const rest = never.size - told;
  return {
    groups: groups.sort((one, other) => other.people - one.people),
    rest: few(rest) ? null : rest,
  };
}
