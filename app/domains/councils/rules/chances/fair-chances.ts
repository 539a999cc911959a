import type { KindsOfPeople, WeightedComposition } from '../council';
import { fairWithoutWholePanels } from './fair-without-whole-panels';
import type { Cut } from './fair-without-whole-panels';
import { KnownPanels, mixPanels } from './mix-panels';
import { panelFinder } from './panel-finder';
import { peelPanels } from './peel-panels';
import type { Solver } from '~/lib/linear-programs/load-solver';
import { NotSolved } from '~/lib/linear-programs/program';

export interface FairChances {
  /** Chance of one person of each kind. */
  byKind: number[];
  /** Panels and their weights, summing to 1, that give these chances. */
  panels: WeightedComposition[];
  /** How many cuts were needed: 0 where the chances without whole panels can be had with whole ones. */
  cuts: number;
}

const mostCuts = 2_000;

/**
 * LEXIMIN (Flanigan, Gölz, Gupta, Hennig, Procaccia, Nature 596, 2021), over kinds of people: of all chances that some
 * lottery over panels gives, those whose lowest is highest, then whose next is, and so on; they are unique. Null where
 * there is no panel.
 *
 * Instead of raising level after level over whole panels, all levels are raised over mixtures that keep to the
 * restrictions on average, a small linear program; then whole panels are sought that mix to these chances. Where there
 * are none, a cut that all whole panels keep to is added, and it is begun anew. What is found can be reached by whole
 * panels, and nothing that they reach is better.
 */
export function fairChances(solver: Solver, people: KindsOfPeople): FairChances | null {
  const finder = panelFinder(solver, people);
  try {
    const one = finder.best(people.kinds.map(() => 0));
    if (!one) return null;
    const known = new KnownPanels();
    known.add(one);
    const cuts: Cut[] = [];
    while (cuts.length <= mostCuts) {
      const byKind = fairWithoutWholePanels(solver, people, cuts);
      const expected = byKind.map((chance, kind) => chance * (people.kinds[kind]?.people.length ?? 0));
      for (const { composition } of peelPanels(expected, people, finder)) known.add(composition);
      const mixing = mixPanels(expected, people, { solver, finder, known });
      if ('panels' in mixing) return { byKind, panels: mixing.panels, cuts: cuts.length };
      cuts.push(mixing.cut);
    }
    throw new NotSolved(0);
  } finally {
    finder.dispose();
  }
}
