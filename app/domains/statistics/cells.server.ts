import { addMeasures, measures, noMeasures, sameMeasures, subtractMeasures } from './rules/measures';
import type { Measures } from './rules/measures';
import { areaLevels, significantDigits, trailOf } from '~/lib/geo/division-code';
import type { Sql, Transaction } from '~/platform/db/database.server';

/** Where an order is counted. */
export interface Place {
  areaId: string;
  month: string;
  departmentId: string;
  category: string;
}

export type Counted = Place & Measures;

const quoted = (names: readonly string[]) => names.map((name) => `"${name}"`).join(', ');
const placeColumns = ['areaId', 'month', 'departmentId', 'category'] as const;

/** `SUM` of each measure as a number on both engines (PostgreSQL's SUM of integers is a bigint). */
export const summed = measures
  .map((measure) => `CAST(COALESCE(SUM("${measure}"), 0) AS INTEGER) AS "${measure}"`)
  .join(', ');

const addToCell = `INSERT INTO "StatisticsCell" (${quoted([...placeColumns, ...measures])})
  VALUES (${[...placeColumns, ...measures].map(() => '?').join(', ')})
  ON CONFLICT ("areaId", "month", "departmentId", "category") DO UPDATE SET
  ${measures.map((measure) => `"${measure}" = "StatisticsCell"."${measure}" + excluded."${measure}"`).join(', ')}`;

const dropEmptyCell = `DELETE FROM "StatisticsCell"
  WHERE "areaId" = ? AND "month" = ? AND "departmentId" = ? AND "category" = ?
  AND ${measures.map((measure) => `"${measure}" = 0`).join(' AND ')}`;

/** Waits for the turn to change sums, and keeps it until the commit. */
export async function takeTurn(tx: Transaction): Promise<void> {
  await tx.sql.run(
    `INSERT INTO "StatisticsTurn" ("id", "turn") VALUES (1, 1)
     ON CONFLICT ("id") DO UPDATE SET "turn" = "StatisticsTurn"."turn" + 1`,
  );
}

const keyOf = (place: Place) => [place.areaId, place.month, place.departmentId, place.category].join('|');

/** Collects what changes, so that each cell is written once. */
export class CellChanges {
  private readonly changes = new Map<string, { place: Place; measures: Measures }>();

  add(counted: Counted): void {
    this.change(counted, (sum) => addMeasures(sum, counted));
  }

  subtract(counted: Counted): void {
    this.change(counted, (sum) => subtractMeasures(sum, counted));
  }

  private change(counted: Counted, act: (sum: Measures) => Measures): void {
    const { month, departmentId, category } = counted;
    for (const areaId of trailOf(counted.areaId)) {
      const place = { areaId, month, departmentId, category };
      const key = keyOf(place);
      this.changes.set(key, { place, measures: act(this.changes.get(key)?.measures ?? noMeasures) });
    }
  }

  /** Adds the changes to the sums. The caller holds the turn. */
  async write(tx: Transaction): Promise<void> {
    for (const { place, measures: change } of this.changes.values()) {
      if (sameMeasures(change, noMeasures)) continue;
      const where = placeColumns.map((column) => place[column]);
      await tx.sql.run(addToCell, [...where, ...measures.map((measure) => change[measure])]);
      if (measures.some((measure) => change[measure] < 0)) await tx.sql.run(dropEmptyCell, where);
    }
  }
}

/** Throws the sums away and adds them up anew from what each order counts. The caller holds the turn. */
export async function rebuildCells(tx: Transaction): Promise<void> {
  await tx.sql.run('DELETE FROM "StatisticsCell"');
  for (const level of areaLevels) {
    const digits = significantDigits[level];
    const above = significantDigits[areaLevels[areaLevels.indexOf(level) - 1] ?? level];
    const zeros = '0'.repeat(digits - above);
    await tx.sql.run(
      `INSERT INTO "StatisticsCell" (${quoted([...placeColumns, ...measures])})
       SELECT SUBSTR("areaId", 1, ${digits}), "month", "departmentId", "category",
       ${measures.map((measure) => `SUM("${measure}")`).join(', ')}
       FROM "StatisticsOrder" WHERE LENGTH("areaId") >= ${digits}
       ${zeros === '' ? '' : `AND SUBSTR("areaId", ${above + 1}, ${digits - above}) <> '${zeros}'`}
       GROUP BY SUBSTR("areaId", 1, ${digits}), "month", "departmentId", "category"`,
    );
  }
}

/** Every sum, in a fixed order: to compare what is kept with what a recount gives. */
export function allCells(sql: Pick<Sql, 'all'>): Promise<Counted[]> {
  return sql.all<Counted>(
    `SELECT ${quoted([...placeColumns, ...measures])} FROM "StatisticsCell"
     ORDER BY ${quoted(placeColumns)}`,
  );
}
