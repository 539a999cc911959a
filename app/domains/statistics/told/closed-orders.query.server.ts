import type { ReadContext } from '../../context';
import { closedOrdersSql } from '../../workorders/index.server';
import { summed } from '../cells.server';
import { addMeasures, noMeasures } from '../rules/measures';
import type { Measures } from '../rules/measures';
import type { StatisticsFilter } from '../schema';

/** How many orders that not everyone may read were registered in one place, and what they add. */
export interface ClosedOrders extends Measures {
  areaId: string;
  month: string;
  category: string;
  departmentId: string;
  count: number;
}

export type ClosedRows = readonly ClosedOrders[];

const read = (ctx: ReadContext): Promise<ClosedRows> =>
  ctx.database.sql.all<ClosedOrders>(
    `SELECT "areaId", "month", "category", "departmentId", COUNT(*) AS "count", ${summed} FROM "StatisticsOrder"
     WHERE "workOrderId" IN (${closedOrdersSql(ctx)}) GROUP BY "areaId", "month", "category", "departmentId"
     ORDER BY "areaId", "month", "category", "departmentId"`,
  );

interface Kept {
  rows: Promise<ClosedRows>;
  /** On the clock of the process: until then nobody reads anew; always while it is being read. */
  until: number;
}

const keptOf = new WeakMap<object, Kept>();

/** Below this, every reading is of now. */
const quickMilliseconds = 200;

/**
 * Orders that count and that not everyone may read, by where they count. It is asked of the orders themselves, as what they
 * take words from may be closed and opened without them. Where that takes long, the answer is kept so long that no more than
 * a twentieth of a core is spent on it.
 */
export async function closedOrders(ctx: ReadContext): Promise<ClosedRows> {
  const begun = performance.now();
  const known = keptOf.get(ctx.database);
  if (known && begun < known.until) return known.rows;
  const rows = read(ctx).then((found) => found.map((row) => ({ ...row, count: Number(row.count) })));
  const kept: Kept = { rows, until: Infinity };
  keptOf.set(ctx.database, kept);
  rows.then(
    () => {
      const took = performance.now() - begun;
      kept.until = took < quickMilliseconds ? 0 : begun + 20 * took;
    },
    () => keptOf.delete(ctx.database),
  );
  return rows;
}

/** What closed orders add to the sums that a filter leaves. */
export const closedWithin = (rows: ClosedRows, filter: StatisticsFilter): Measures =>
  rows
    .filter(
      ({ areaId, month, departmentId, category }) =>
        areaId.startsWith(filter.areaId ?? '') &&
        month >= filter.from &&
        month <= filter.to &&
        departmentId === (filter.departmentId ?? departmentId) &&
        category === (filter.category ?? category),
    )
    .reduce<Measures>(addMeasures, noMeasures);
