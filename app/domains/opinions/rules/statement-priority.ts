import type { VoteCount } from './count-votes';
import type { Components } from './principal-components';

const metaPriority = 49;
const unknownPriority = 1;

/**
 * How much a statement should be shown next (Polis): ((1 − p)(E + 1) a (1 + 8 · 2^(−S/5)))² with p the share of
 * passes, a of agreement, S the answers, and E how far the statement pulls people apart on the map. Statements
 * about the person have a fixed priority.
 */
export function statementPriority(count: VoteCount, extremity: number, meta: boolean): number {
  if (meta) return metaPriority;
  const { agrees, disagrees, answers } = count;
  const passes = (answers - agrees - disagrees + 1) / (answers + 2);
  const agreement = (agrees + 1) / (answers + 2);
  return ((1 - passes) * (extremity + 1) * agreement * (1 + 8 * 2 ** (-answers / 5))) ** 2;
}

/** How far from the middle a person stands who only agreed with the statement: √statements · |1 − c| · |(pc1, pc2)|. */
export function statementExtremity({ centre, directions }: Components, statement: number): number {
  const [x, y] = directions.map((direction) => direction[statement] ?? 0) as [number, number];
  return Math.sqrt(centre.length) * Math.abs(1 - (centre[statement] ?? 0)) * Math.hypot(x, y);
}

/**
 * The statement to show next among those a person has not answered, in proportion to priority (1 where it is
 * not known). `chance` from 0 to below 1 comes from the caller. Null: all are answered.
 */
export function drawStatement(
  unanswered: readonly string[],
  priorities: ReadonlyMap<string, number>,
  chance: number,
): string | null {
  const weight = (id: string) => priorities.get(id) ?? unknownPriority;
  let left = chance * unanswered.reduce((sum, id) => sum + weight(id), 0);
  for (const id of unanswered) {
    left -= weight(id);
    if (left < 0) return id;
  }
  return unanswered.at(-1) ?? null;
}
