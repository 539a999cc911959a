import type { ReadContext } from '../../context';
import type { ClockRow } from './clocks.server';

type Standstill = { startedAt: Date; until: Date; endedAt: Date | null };

export interface RunningClock extends ClockRow {
  id: string;
  workOrderId: string;
  kind: string;
  dueAt: Date;
  state: string;
  standstills: Standstill[];
}

/** Instants as the engines answer them: SQLite keeps text. */
type Instant = Date | string;
type Raw<Row, Names extends keyof Row> = Omit<Row, Names> & { [Name in Names]: Instant };
type RawClock = Raw<Omit<RunningClock, 'standstills' | 'fixedDueAt'>, 'startedAt' | 'dueAt'> & {
  fixedDueAt: Instant | null;
};
type RawStandstill = Raw<Omit<Standstill, 'endedAt'>, 'startedAt' | 'until'> & {
  workOrderId: string;
  endedAt: Instant | null;
};

const chunk = 5000;
const instant = (value: Instant) => (value instanceof Date ? value : new Date(value));
const instantOrNull = (value: Instant | null) => (value === null ? null : instant(value));

const clocks = `SELECT c."id", c."workOrderId", c."kind", c."startedAt", c."amount", c."unit", c."extendedBy",
  c."fixedDueAt", c."dueAt", o."state" FROM "WorkOrderClock" c JOIN "WorkOrder" o ON o."id" = c."workOrderId"
  WHERE c."id" > ? AND c."endedAt" IS NULL ORDER BY c."id" LIMIT ${chunk}`;

const standstills = `SELECT s."workOrderId", s."startedAt", s."until", s."endedAt" FROM "WorkOrderClock" c
  JOIN "WorkOrderSuspension" s ON s."workOrderId" = c."workOrderId"
  WHERE c."id" > ? AND c."id" <= ? AND c."endedAt" IS NULL`;

/** The running clocks behind an id, in the order of ids, some thousands at a time: raw, since all are read at once. */
export async function runningClocks(ctx: ReadContext, after: string): Promise<RunningClock[]> {
  const rows = await ctx.database.sql.all<RawClock>(clocks, [after]);
  const last = rows.at(-1);
  if (!last) return [];
  const standing = new Map<string, Standstill[]>();
  for (const row of await ctx.database.sql.all<RawStandstill>(standstills, [after, last.id])) {
    const list = standing.get(row.workOrderId) ?? [];
    list.push({
      startedAt: instant(row.startedAt),
      until: instant(row.until),
      endedAt: instantOrNull(row.endedAt),
    });
    standing.set(row.workOrderId, list);
  }
  return rows.map((row) => ({
    ...row,
    startedAt: instant(row.startedAt),
    dueAt: instant(row.dueAt),
    fixedDueAt: instantOrNull(row.fixedDueAt),
    standstills: standing.get(row.workOrderId) ?? [],
  }));
}
