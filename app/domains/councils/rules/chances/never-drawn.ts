import type { KindsOfPeople } from '../council';
import type { PanelFinder } from './panel-finder';

/** The kinds that sit on no panel at all; `maySit` says of which it is known that they do. */
export function kindsNeverDrawn(
  people: KindsOfPeople,
  finder: PanelFinder,
  maySit: (kind: number) => boolean,
): number[] {
  let unseen = [...people.kinds.keys()].filter((kind) => !maySit(kind));
  while (unseen.length > 0) {
    const asked = new Set(unseen);
    const panel = finder.best(people.kinds.map((_, kind) => (asked.has(kind) ? 1 : 0)));
    const left = unseen.filter((kind) => !panel?.[kind]);
    if (left.length === unseen.length) break;
    unseen = left;
  }
  return unseen;
}
