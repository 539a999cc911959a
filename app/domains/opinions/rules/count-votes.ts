import type { VoteMatrix } from './vote-matrix';

/** Votes on one statement; `answers` includes passes. */
export interface VoteCount {
  agrees: number;
  disagrees: number;
  answers: number;
}

/** Counts by statement, of the participants in the rows given, or of all. */
export function countVotes(matrix: VoteMatrix, rows?: Iterable<number>): VoteCount[] {
  const counts = matrix.statements.map((): VoteCount => ({ agrees: 0, disagrees: 0, answers: 0 }));
  for (const row of rows ?? matrix.participants.keys()) {
    for (let at = matrix.rowStart[row] as number; at < (matrix.rowStart[row + 1] as number); at += 1) {
      const count = counts[matrix.statementOf[at] as number];
      if (!count) continue;
      count.answers += 1;
      if (matrix.voteOf[at] === 1) count.agrees += 1;
      if (matrix.voteOf[at] === -1) count.disagrees += 1;
    }
  }
  return counts;
}

const none: VoteCount = { agrees: 0, disagrees: 0, answers: 0 };

/** Sums of counts, statement by statement. */
export function addCounts(lists: VoteCount[][]): VoteCount[] {
  return (lists[0] ?? []).map((_, statement) =>
    lists.reduce((sum, list) => {
      const { agrees, disagrees, answers } = list[statement] ?? none;
      return {
        agrees: sum.agrees + agrees,
        disagrees: sum.disagrees + disagrees,
        answers: sum.answers + answers,
      };
    }, none),
  );
}
