import { stringify } from 'csv-stringify/sync';
import { analyseOpinions } from './analyse-opinions';
import { countVotes } from './count-votes';
import { matrixOf, type AnswersToDraw } from './picture';

/**
 * The answers as Polis' participants-votes table: a row a participant by a number that stands for nobody, a column
 * a statement. The group is left empty where it is too small to be shown. `gongzhi opinions` finds the same groups.
 */
export function votesTable(given: AnswersToDraw): string {
  const matrix = matrixOf(given);
  const { groupOf } = analyseOpinions(matrix);
  const header = ['participant', 'group-id', 'n-votes', 'n-agree', 'n-disagree', ...matrix.statements];
  const rows = matrix.participants.map((_, row) => {
    const cells = matrix.statements.map((): number | '' => '');
    for (let at = matrix.rowStart[row] as number; at < (matrix.rowStart[row + 1] as number); at += 1)
      cells[matrix.statementOf[at] as number] = matrix.voteOf[at] as number;
    const group = groupOf[row] ?? -1;
    const of = (answer: number) => cells.filter((cell) => cell === answer).length;
    const answered = cells.filter((cell) => cell !== '').length;
    return [row + 1, group < 0 ? '' : group, answered, of(1), of(-1), ...cells];
  });
  return stringify([header, ...rows]);
}

export interface WrittenStatement {
  number: number;
  body: string;
}

/** The statements that were shown, as Polis' comments table. */
export function statementsTable(given: AnswersToDraw, statements: readonly WrittenStatement[]): string {
  const matrix = matrixOf(given);
  const counts = new Map(countVotes(matrix).map((count, at) => [matrix.statements[at], count]));
  const header = ['comment-id', 'agrees', 'disagrees', 'moderated', 'comment-body'];
  const rows = statements.map(({ number, body }) => {
    const count = counts.get(String(number));
    return [number, count?.agrees ?? 0, count?.disagrees ?? 0, 1, body];
  });
  return stringify([header, ...rows], { escape_formulas: true });
}
