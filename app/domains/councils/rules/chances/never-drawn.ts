import type { KindsOfPeople } from '../council';
import type { MayGoOn } from '../quota-conflicts/may-go-on';
import type { PanelFinder } from './panel-finder';

/** The kinds that sit on no panel at all; null where that was not found out in time. */
export function kindsNeverDrawn(
  people: KindsOfPeople,
  finder: PanelFinder,
  mayGoOn: MayGoOn,
): number[] | null {
  let unseen = [...people.kinds.keys()];
  while (unseen.length > 0) {
    if (!mayGoOn()) return null;
    const asked = new Set(unseen);
    const panel = finder.best(people.kinds.map((_, kind) => (asked.has(kind) ? 1 : 0)));
    const left = unseen.filter((kind) => !panel?.[kind]);
    if (left.length === unseen.length) break;
    unseen = left;
  }
  return unseen;
}
