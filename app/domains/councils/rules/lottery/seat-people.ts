import type { Composition, HouseholdGroup, Kind, KindsOfPeople } from '../council';
import { seatHouseholds } from './seat-households';

/**
 * Puts people on the panels: those of a kind take turns, so that each sits as often as the next, give or take one, and
 * never two of one household together. Answers the places in `Council.people`.
 */
export function seatPeople(compositions: readonly Composition[], people: KindsOfPeople): number[][] {
  const panels = compositions.map((): number[] => []);
  const inGroup = new Set(people.groups.flatMap(({ kinds }) => kinds));
  people.kinds.forEach((kind, at) => {
    if (!inGroup.has(at)) seatInTurn(panels, kind, (line) => compositions[line]?.[at] ?? 0);
  });
  for (const group of people.groups) seatGroup(panels, group, { compositions, people });
  return panels;
}

function seatInTurn(panels: number[][], { people }: Kind, countOn: (line: number) => number): void {
  let turn = 0;
  panels.forEach((panel, line) => {
    for (let seats = countOn(line); seats > 0; seats -= 1) {
      panel.push(people[turn] as number);
      turn = (turn + 1) % people.length;
    }
  });
}

function seatGroup(
  panels: number[][],
  { kinds, households }: HouseholdGroup,
  { compositions, people }: { compositions: readonly Composition[]; people: KindsOfPeople },
): void {
  const needs = compositions.map((composition) =>
    kinds.flatMap((kind, place) => new Array<number>(composition[kind] as number).fill(place)),
  );
  const seated = seatHouseholds(needs, households.length, kinds.length);
  const members = households.map((household) =>
    kinds.map((kind) => household.filter((person) => people.kindOf[person] === kind)),
  );
  const turns = households.map(() => kinds.map(() => 0));
  seated.forEach((byHousehold, line) => {
    for (const [household, place] of byHousehold) {
      const [alike, turn] = [members[household]?.[place] ?? [], turns[household]];
      if (!turn) continue;
      panels[line]?.push(alike[(turn[place] as number) % alike.length] as number);
      turn[place] = (turn[place] as number) + 1;
    }
  });
}
