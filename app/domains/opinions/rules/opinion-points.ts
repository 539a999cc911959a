import type { Components } from './principal-components';
import { answersByParticipant, type VoteMatrix } from './vote-matrix';

export interface Point {
  x: number;
  y: number;
}

/**
 * Each participant's place on the map: the own votes, less the means, along the two components, scaled by
 * √(statements / answers) so that those who answered little are not all drawn to the middle. A statement that
 * is left out counts as answered by everyone.
 */
export function opinionPoints(
  matrix: VoteMatrix,
  { centre, directions: [first, second] }: Components,
  leftOut: ReadonlySet<number>,
): Point[] {
  return matrix.participants.map((_, row) => {
    let [x, y] = [0, 0];
    let answers = leftOut.size;
    for (let at = matrix.rowStart[row] as number; at < (matrix.rowStart[row + 1] as number); at += 1) {
      const statement = matrix.statementOf[at] as number;
      if (leftOut.has(statement)) continue;
      const residue = (matrix.voteOf[at] as number) - (centre[statement] as number);
      x += residue * (first[statement] as number);
      y += residue * (second[statement] as number);
      answers += 1;
    }
    const scale = Math.sqrt(matrix.statements.length / Math.max(answers, 1));
    return { x: x * scale, y: y * scale };
  });
}

const fewestAnswers = 7;
const fewestPeople = 15;

/**
 * Rows of those who answered enough to be placed in a group: 7 statements, or all where there are fewer. If
 * that leaves fewer than 15 people, those with most answers are added; who answered nothing never is.
 */
export function rowsToGroup(matrix: VoteMatrix): number[] {
  const answers = answersByParticipant(matrix);
  const enough = Math.min(fewestAnswers, matrix.statements.length);
  const rows = matrix.participants.map((_, row) => row).filter((row) => (answers[row] as number) > 0);
  const placed = rows.filter((row) => (answers[row] as number) >= enough);
  if (placed.length >= fewestPeople) return placed;
  return rows
    .sort((one, other) => (answers[other] as number) - (answers[one] as number) || one - other)
    .slice(0, Math.max(fewestPeople, placed.length))
    .sort((one, other) => one - other);
}
