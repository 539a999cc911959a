import type { ReadContext } from '../../context';
import type { Columns, CountsToHide, Hidden } from '../rules/small-numbers';
import { rowsOfSums, sumsOfAreas } from '../rules/sums-of-areas';
import type { ToldShape } from '../rules/told-shape';
import { closedOrders } from './closed-orders.query.server';
import type { ClosedRows } from './closed-orders.query.server';
import { hideNumbers } from './hide-numbers.server';

const keyColumns = { month: 'month', category: 'category', department: 'departmentId' } as const;

/** The orders of a year by area, with those of the areas below, and by each of the other ways. */
function countsOf(rows: ClosedRows, year: number): CountsToHide {
  const own = rows.filter(({ month }) => month.startsWith(`${year}-`));
  const table = (column: (typeof keyColumns)[keyof typeof keyColumns]): Columns =>
    sumsOfAreas(own.map((row) => ({ areaId: row.areaId, key: row[column], count: row.count })));
  const month = table(keyColumns.month);
  return {
    rows: rowsOfSums(month),
    tables: { month, category: table(keyColumns.category), department: table(keyColumns.department) },
  };
}

const yearsOf = new WeakMap<ClosedRows, Map<number, Promise<Hidden>>>();

/**
 * What is not told of orders of a year, all areas together: were each page to hide for itself, what one hides another would
 * tell. A number is hidden by how many orders stand behind it that not everyone may read: of those that everyone may, each
 * is told one by one.
 */
async function hiddenOfYear(ctx: ReadContext, year: number): Promise<Hidden> {
  const rows = await closedOrders(ctx);
  const years = yearsOf.get(rows) ?? new Map<number, Promise<Hidden>>();
  yearsOf.set(rows, years);
  const known = years.get(year);
  if (known) return known;
  const hidden = hideNumbers(countsOf(rows, year));
  years.set(year, hidden);
  hidden.catch(() => years.delete(year));
  return hidden;
}

/** Whether a number is told to everyone, of the years that are asked for. */
export async function toldOfYears(
  ctx: ReadContext,
  years: readonly number[],
): Promise<(shape: ToldShape) => boolean> {
  const hidden = new Map<number, Hidden>();
  for (const year of new Set(years)) hidden.set(year, await hiddenOfYear(ctx, year));
  return ({ year, areaId, by }) => {
    const own = hidden.get(year);
    if (!own) return false;
    const isHidden = by === null ? own.total(areaId) : own.cell(by.table, areaId, by.key);
    return !isHidden;
  };
}
