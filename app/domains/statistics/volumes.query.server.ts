import type { ReadContext } from '../context';
import { summed } from './cells.server';
import type { Measures } from './rules/measures';
import type { SqlValue } from '~/platform/db/database.server';

/** Of which months, both included, and of which category. */
export interface VolumesAsked {
  from: string;
  to: string;
  category?: string | undefined;
}

export interface Volume {
  areaId: string;
  /** The month or the category. */
  key: string;
  count: number;
}

/** Every order that was registered: those that count, that were excluded, and that were not accepted. */
const registered = `CAST(COALESCE(SUM("orders" + "excluded" + "refused"), 0) AS INTEGER)`;

function narrowed({ from, to, category }: VolumesAsked): { text: string; values: SqlValue[] } {
  const chosen = category === undefined ? [] : [category];
  return {
    text: ['"month" >= ?', '"month" <= ?', ...chosen.map(() => '"category" = ?')].join(' AND '),
    values: [from, to, ...chosen],
  };
}

/** Areas of one statement: SQLite takes 999 values. */
const together = 900;

/**
 * How many orders were registered, by area (each with all below it) and month or category. Of these areas, or of all. Read
 * from sums whose number does not grow with the orders.
 */
export async function volumes(
  ctx: ReadContext,
  by: 'month' | 'category',
  asked: VolumesAsked & { areaIds?: readonly string[] },
): Promise<Volume[]> {
  const { text, values } = narrowed(asked);
  const read = (where: string, more: readonly SqlValue[]) =>
    ctx.database.sql.all<Volume>(
      `SELECT "areaId", "${by}" AS "key", ${registered} AS "count" FROM "StatisticsMonth"
       WHERE ${text}${where} GROUP BY "areaId", "${by}" ORDER BY "areaId", "${by}"`,
      [...values, ...more],
    );
  const { areaIds } = asked;
  if (areaIds === undefined) return read('', []);
  const found: Volume[] = [];
  for (let at = 0; at < areaIds.length; at += together) {
    const some = areaIds.slice(at, at + together);
    found.push(...(await read(` AND "areaId" IN (${some.map(() => '?').join(', ')})`, some)));
  }
  return found;
}

/** What the rates are made of, by area, of these areas. */
export async function measuresByArea(
  ctx: ReadContext,
  areaIds: readonly string[],
  asked: VolumesAsked,
): Promise<Map<string, Measures>> {
  const { text, values } = narrowed(asked);
  const some = areaIds.slice(0, together);
  if (some.length === 0) return new Map();
  const rows = await ctx.database.sql.all<Measures & { areaId: string }>(
    `SELECT "areaId", ${summed} FROM "StatisticsMonth" WHERE ${text}
     AND "areaId" IN (${some.map(() => '?').join(', ')}) GROUP BY "areaId"`,
    [...values, ...some],
  );
  return new Map(rows.map(({ areaId, ...sums }) => [areaId, sums]));
}
