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

const monthColumns = ['areaId', 'month', 'category'] as const;

/** How sums of one table are changed: by which columns they are kept apart. */
function sumsOf(table: string, keys: readonly string[]) {
  return {
    add: `INSERT INTO "${table}" (${quoted([...keys, ...measures])})
      VALUES (${[...keys, ...measures].map(() => '?').join(', ')})
      ON CONFLICT (${quoted(keys)}) DO UPDATE SET
      ${measures.map((measure) => `"${measure}" = "${table}"."${measure}" + excluded."${measure}"`).join(', ')}`,
    dropEmpty: `DELETE FROM "${table}" WHERE ${keys.map((key) => `"${key}" = ?`).join(' AND ')}
      AND ${measures.map((measure) => `"${measure}" = 0`).join(' AND ')}`,
  };
}

/** By department, and over all of them. */
const kept = [
  { columns: placeColumns, ...sumsOf('StatisticsCell', placeColumns) },
  { columns: monthColumns, ...sumsOf('StatisticsMonth', monthColumns) },
];

/** Waits for the turn to change sums, and keeps it until the commit. */
export async function takeTurn(tx: Transaction): Promise<void> {
  await tx.sql.run(
    `INSERT INTO "StatisticsTurn" ("id", "turn") VALUES (1, 1)
     ON CONFLICT ("id") DO UPDATE SET "turn" = "StatisticsTurn"."turn" + 1`,
  );
}

type Change = { place: Place; measures: Measures };

/** The changes together where they agree in these columns. */
function together(changes: Iterable<Change>, columns: readonly (keyof Place)[]): Change[] {
  const byKey = new Map<string, Change>();
  for (const { place, measures: change } of changes) {
    const key = columns.map((column) => place[column]).join('|');
    byKey.set(key, { place, measures: addMeasures(byKey.get(key)?.measures ?? noMeasures, change) });
  }
  return [...byKey.values()].filter((one) => !sameMeasures(one.measures, noMeasures));
}

/** Collects what changes, so that each sum is written once. */
export class CellChanges {
  private readonly changes: Change[] = [];

  add(counted: Counted): void {
    this.change(counted, counted);
  }

  subtract(counted: Counted): void {
    this.change(counted, subtractMeasures(noMeasures, counted));
  }

  private change({ areaId, month, departmentId, category }: Counted, by: Measures): void {
    for (const area of trailOf(areaId))
      this.changes.push({ place: { areaId: area, month, departmentId, category }, measures: by });
  }

  /** Adds the changes to the sums. The caller holds the turn. */
  async write(tx: Transaction): Promise<void> {
    for (const { columns, add, dropEmpty } of kept) {
      for (const { place, measures: change } of together(this.changes, columns)) {
        const where = columns.map((column) => place[column]);
        await tx.sql.run(add, [...where, ...measures.map((measure) => change[measure])]);
        if (measures.some((measure) => change[measure] < 0)) await tx.sql.run(dropEmpty, where);
      }
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
  await tx.sql.run('DELETE FROM "StatisticsMonth"');
  await tx.sql.run(
    `INSERT INTO "StatisticsMonth" (${quoted([...monthColumns, ...measures])})
     SELECT ${quoted(monthColumns)}, ${measures.map((measure) => `SUM("${measure}")`).join(', ')}
     FROM "StatisticsCell" GROUP BY ${quoted(monthColumns)}`,
  );
}

/** Every sum, in a fixed order: to compare what is kept with what a recount gives. Those over all departments have `*`. */
export async function allCells(sql: Pick<Sql, 'all'>): Promise<Counted[]> {
  const cells = await sql.all<Counted>(
    `SELECT ${quoted([...placeColumns, ...measures])} FROM "StatisticsCell"
     ORDER BY ${quoted(placeColumns)}`,
  );
  const months = await sql.all<Counted>(
    `SELECT '*' AS "departmentId", ${quoted([...monthColumns, ...measures])} FROM "StatisticsMonth"
     ORDER BY ${quoted(monthColumns)}`,
  );
  return [...cells, ...months];
}
