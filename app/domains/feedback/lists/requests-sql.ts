import { publicFeedback, publicOrTakenBack } from '../visibility';
import { allOf } from '~/platform/db/lists/sql-parts';
import type { SqlPart } from '~/platform/db/lists/sql-parts';
import { conditionSql } from '~/platform/db/plain-condition';

/**
 * In SQL, the feedback that anyone may read, as other systems read requests: by kind, id and instant, narrowed by these
 * terms; with what was taken back only where nothing but that is told of it.
 */
export function feedbackRequestsSql(
  terms: (alias: string) => readonly SqlPart[],
  { takenBack = false }: { takenBack?: boolean } = {},
): SqlPart {
  const open = conditionSql(takenBack ? publicOrTakenBack : publicFeedback, 'f');
  const { text, values } = allOf([{ text: open, values: [] }, ...terms('f')]);
  return {
    text: `SELECT 'feedback' AS "kind", f."id" AS "id", f."createdAt" AS "at" FROM "Feedback" f WHERE ${text}`,
    values,
  };
}
