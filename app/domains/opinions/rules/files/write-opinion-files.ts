import { analyseOpinions } from '../analyse-opinions';
import { csvLines } from '~/lib/csv/write-csv';
import { matrixOf, type AnswersToDraw, type Picture } from '../picture';

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
  return csvLines([header, ...rows]);
}

/** The statements that were shown, with their counts and words by number, as Polis' comments table. */
export function statementsTable(
  everyone: Picture['everyone'],
  words: Readonly<Record<number, string>>,
): string {
  const header = ['comment-id', 'agrees', 'disagrees', 'moderated', 'comment-body'];
  const rows = everyone.map(({ number, agrees, disagrees }) => [
    number,
    agrees,
    disagrees,
    1,
    words[number] ?? '',
  ]);
  return csvLines([header, ...rows]);
}
