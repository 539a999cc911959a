import type { Choice } from '../rules/kinds';
import { plainWidth } from '~/lib/texts/plain-width';

type BudgetChoice = Extract<Choice, { kind: 'budget' }>;

interface Written {
  ticked: string[];
  points: [option: string, text: string][];
  /** Projects by their ranks, the best first. */
  tiers: string[][];
}

/**
 * The paper of a budget ballot, in whichever of its ways it was written. What gets no point is not named; ranks close
 * up where one was left out, and one that is given twice is remembered, so that the rules refuse it.
 */
export function readBudgetPaper({ ticked, points, tiers }: Written): BudgetChoice {
  const kind = 'budget';
  if (points.length > 0) {
    const given = points
      .map(([option, text]) => ({ option, points: wholeText(text) }))
      .filter((one) => one.points !== '0');
    const projects = given.map(({ option }) => option);
    return given.length === 0
      ? { kind, projects }
      : { kind, projects, points: given.map((one) => one.points) };
  }
  if (tiers.length === 0) return { kind, projects: ticked };
  const tied = tiers.flatMap(([, ...others]) => others);
  return { kind, projects: tiers.flat(), ...(tied.length > 0 ? { tied } : {}) };
}

/** One text for one number, full-width digits too: two readings of a sheet are compared. Other text stays as it is. */
function wholeText(text: string): string {
  const plain = plainWidth(text).trim();
  return /^\d{1,9}$/.test(plain) ? String(Number(plain)) : plain;
}

/** The values of the fields, for each way that the paper may be written: a form shows those of its own. */
export function budgetValues({ projects, points }: BudgetChoice): Record<string, string | string[]> {
  if (points) return Object.fromEntries(projects.map((id, at) => [`points.${id}`, points[at] ?? '']));
  const ranks = projects.map((id, at) => [`rank.${id}`, String(at + 1)]);
  return { option: projects, ...(Object.fromEntries(ranks) as Record<string, string>) };
}

/** The same paper with its projects in the published order, where their order says nothing. */
export function inPublishedOrder(paper: BudgetChoice, options: string[], ranked: boolean): BudgetChoice {
  const { kind, projects, points } = paper;
  if (ranked) return { kind, projects };
  const sorted = options.filter((id) => projects.includes(id));
  if (!points) return { kind, projects: sorted };
  return { kind, projects: sorted, points: sorted.map((id) => points[projects.indexOf(id)] ?? '0') };
}
