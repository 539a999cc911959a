import type { BudgetRules, BudgetTieCriterion } from '../kinds';
import { drawOrder } from '~/lib/seeded-random';

interface Tied {
  id: string;
  cost: bigint;
  score: bigint;
}

/**
 * The place of each project in the order that breaks ties: the criteria in turn, then ids as text, so that
 * the order is always complete. "10" stands before "9": ids are text, also where they look like numbers.
 */
export function tieRanks(projects: Tied[], rules: BudgetRules): number[] {
  const lots = drawLots(projects, rules);
  const order = projects.map((_, index) => index);
  order.sort((one, other) => {
    const [a, b] = [projects[one], projects[other]];
    if (!a || !b) return 0;
    for (const criterion of rules.tieCriteria) {
      const difference = compareBy(criterion, a, b, lots);
      if (difference !== 0) return difference;
    }
    return compareText(a.id, b.id);
  });
  const ranks = new Array<number>(projects.length).fill(0);
  order.forEach((project, rank) => {
    ranks[project] = rank;
  });
  return ranks;
}

/** The criterion that put the first of the tied projects before the second. */
export function decidingCriterion(projects: Tied[], tied: string[], rules: BudgetRules): BudgetTieCriterion {
  const [first, second] = tied.map((id) => projects.find((project) => project.id === id));
  if (!first || !second) return 'lexico';
  const lots = drawLots(projects, rules);
  return rules.tieCriteria.find((criterion) => compareBy(criterion, first, second, lots) !== 0) ?? 'lexico';
}

function drawLots(projects: Tied[], rules: BudgetRules): Map<string, number> {
  if (!rules.tieCriteria.includes('draw')) return new Map();
  if (rules.ties?.kind !== 'draw') throw new RangeError('the tie rule draws lots, but there is no seed');
  const ids = projects.map((project) => project.id);
  return new Map(drawOrder(ids, rules.ties.seed).map((id, lot) => [id, lot]));
}

function compareBy(criterion: BudgetTieCriterion, a: Tied, b: Tied, lots: Map<string, number>): number {
  if (criterion === 'min-cost') return a.cost < b.cost ? -1 : a.cost > b.cost ? 1 : 0;
  if (criterion === 'max-votes') return a.score > b.score ? -1 : a.score < b.score ? 1 : 0;
  if (criterion === 'draw') return (lots.get(a.id) ?? 0) - (lots.get(b.id) ?? 0);
  return compareText(a.id, b.id);
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
