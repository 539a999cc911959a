import type { ReadContext } from '../../context';
import { outgoingOrderSql } from '../visibility';
import { allOf } from '~/platform/db/lists/sql-parts';
import type { SqlPart } from '~/platform/db/lists/sql-parts';

interface Asked {
  /** The kind of matters that stand as requests where they hang on an order. */
  kind: string;
  terms(alias: string): readonly SqlPart[];
}

/**
 * In SQL, the orders that other systems read as requests, by kind, id and instant, narrowed by these terms. An order
 * stands for itself where no matter of the kind hangs on it (else that is the request), and never where something hangs
 * on it that not everyone may read.
 */
export function orderRequestsSql(ctx: ReadContext, { kind, terms }: Asked): SqlPart {
  const own = `${outgoingOrderSql(ctx, 'o')} AND NOT EXISTS (SELECT 1 FROM "WorkOrderLink" l
    WHERE l."workOrderId" = o."id" AND l."subjectKind" = ?)`;
  const { text, values } = allOf([...terms('o'), { text: own, values: [kind] }]);
  return {
    text: `SELECT 'work-order' AS "kind", o."id" AS "id", o."createdAt" AS "at" FROM "WorkOrder" o WHERE ${text}`,
    values,
  };
}

/** In SQL, the ids of the matters of the kind on the orders that these terms name. */
export function mattersOfOrdersSql({ kind, terms }: Asked): SqlPart {
  const { text, values } = allOf(terms('o'));
  return {
    text: `SELECT l."subjectId" FROM "WorkOrder" o JOIN "WorkOrderLink" l ON l."workOrderId" = o."id"
      WHERE l."subjectKind" = ? AND ${text}`,
    values: [kind, ...values],
  };
}
