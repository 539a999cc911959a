import type { Council, KindsOfPeople } from './council';
import { fairChances } from './chances/fair-chances';
import type { FairChances } from './chances/fair-chances';
import { giniOf } from './chances/gini';
import { kindsOfPeople } from './kinds-of-people';
import { inListOrder, listText } from './lottery/draw-line';
import { roundWeights } from './lottery/round-weights';
import { seatPeople } from './lottery/seat-people';
import { explainNoPanel } from './quota-conflicts/explain-no-panel';
import type { NoPanel } from './quota-conflicts/explain-no-panel';
import type { Solver } from '~/lib/linear-programs/load-solver';
import { sha256 } from '~/lib/sha256';

/** The chances of a council's people and the list of panels of which one is drawn. */
export interface CouncilLottery {
  feasible: true;
  /** Chances by LEXIMIN, by the places of `Council.people`. */
  chances: number[];
  minimum: number;
  /** The lowest chance of those who have one. */
  minimumOfThePossible: number;
  gini: number;
  /** Ids of those on no panel at all. */
  impossible: string[];
  /** Ids of those who will sit whatever is drawn. */
  certain: string[];
  /** Ids of each panel, in the order of the list; each is drawn with equal chance. */
  panels: string[][];
  /** The chances that the list gives: lines with the person over all lines. */
  listChances: number[];
  /** Of the text of the list. */
  listSha256: string;
}

/** Below this a chance is none, and above one less this it is certain: the solver's rounding is far smaller. */
const rounding = 1e-9;

/** Finds the fairest chances and a list of panels that gives them; or why there is no panel. */
export function councilLottery(solver: Solver, council: Council, lines: number): CouncilLottery | NoPanel {
  const people = kindsOfPeople(council);
  const fair = council.people.length === 0 ? null : fairChances(solver, people);
  if (!fair) return explainNoPanel(solver, council, people);
  const chances = people.kindOf.map((kind) => chanceOf(fair, kind));
  const possible = chances.filter((chance) => chance > 0);
  const idsWhere = (holds: (chance: number) => boolean) =>
    council.people.flatMap(({ id }, at) => (holds(chances[at] as number) ? [id] : []));
  return {
    feasible: true,
    chances,
    minimum: Math.min(...chances),
    minimumOfThePossible: Math.min(...possible),
    gini: giniOf(chances),
    impossible: idsWhere((chance) => chance === 0),
    certain: idsWhere((chance) => chance === 1),
    ...listOf(council, people, { fair, lines }),
  };
}

function chanceOf({ byKind }: FairChances, kind: number): number {
  const chance = byKind[kind] as number;
  if (chance < rounding) return 0;
  return chance > 1 - rounding ? 1 : chance;
}

function listOf(
  council: Council,
  people: KindsOfPeople,
  { fair, lines }: { fair: FairChances; lines: number },
): Pick<CouncilLottery, 'panels' | 'listChances' | 'listSha256'> {
  const times = roundWeights(fair.panels, people, lines);
  const compositions = fair.panels.flatMap(({ composition }, at) =>
    new Array<typeof composition>(times[at] as number).fill(composition),
  );
  const seated = seatPeople(compositions, people);
  const linesOf = council.people.map((): number[] => []);
  seated.forEach((panel, line) => panel.forEach((person) => linesOf[person]?.push(line)));
  const panels = idsInListOrder(linesOf, council.people, seated.length);
  return {
    panels,
    listChances: linesOf.map(({ length }) => length / lines),
    listSha256: sha256(listText(panels)),
  };
}

/** The panels as `inListOrder` would have them, with the people put in order once. */
function idsInListOrder(
  linesOf: readonly (readonly number[])[],
  people: Council['people'],
  lines: number,
): string[][] {
  const panels = Array.from({ length: lines }, (): string[] => []);
  const placeOf = new Map(people.map(({ id }, at) => [id, at]));
  for (const id of inListOrder([...placeOf.keys()]))
    for (const line of linesOf[placeOf.get(id) as number] ?? []) panels[line]?.push(id);
  return panels;
}
