import type { ReadContext } from '../../context';
import { DomainError } from '../../domain-error';
import { allDirectlyBelow, areaNames } from '../../territory/index.server';
import { openStates } from '../lifecycle';
import { within } from '~/platform/db/lists/area-scope';

export interface LevelCount {
  id: string;
  name: string;
  open: number;
  overdue: number;
  undispatched: number;
}

const working = ['dispatched', 'return-asked', 'accepted'];
const undispatched = ['registered', 'returned'];
const places = (values: readonly string[]) => values.map(() => '?').join(', ');

type Counted = Record<'id' | 'open' | 'overdue' | 'undispatched', string | number | bigint>;

/** The orders at hand in a range of areas, by so many digits of their area's id: one read for each length. */
async function countsBy(ctx: ReadContext, length: number, { gte, lt }: ReturnType<typeof within>) {
  const rows = await ctx.database.sql.all<Counted>(
    `SELECT SUBSTR("handlingAreaId", 1, ${length}) AS "id",
       COUNT(*) AS "open",
       SUM(CASE WHEN "state" IN (${places(working)}) AND "deadlineAt" < ? THEN 1 ELSE 0 END) AS "overdue",
       SUM(CASE WHEN "state" IN (${places(undispatched)}) THEN 1 ELSE 0 END) AS "undispatched"
     FROM "WorkOrder" WHERE "handlingAreaId" >= ? AND "handlingAreaId" < ? AND "state" IN (${places(openStates)})
     GROUP BY SUBSTR("handlingAreaId", 1, ${length})`,
    [...working, ctx.clock.now(), ...undispatched, gte, lt, ...openStates],
  );
  return rows.map((row) => ({
    id: String(row.id),
    open: Number(row.open),
    overdue: Number(row.overdue),
    undispatched: Number(row.undispatched),
  }));
}

/** The orders that an area has itself, and a summary of those of each area directly below with all beneath it. */
export async function levelSummary(
  ctx: ReadContext,
  areaId: string,
): Promise<{ here: LevelCount; below: LevelCount[] }> {
  const [{ [areaId]: name }, children] = await Promise.all([
    areaNames(ctx, [areaId]),
    allDirectlyBelow(ctx, areaId),
  ]);
  if (name === undefined) throw new DomainError('not-found');
  const lengths = [...new Set(children.map(({ id }) => id.length))];
  const [own, ...parts] = await Promise.all([
    countsBy(ctx, areaId.length, { gte: areaId, lt: `${areaId} ` }),
    ...lengths.map((length) => countsBy(ctx, length, within(areaId))),
  ]);
  const counted = new Map(parts.flat().map((row) => [row.id, row]));
  const none = { open: 0, overdue: 0, undispatched: 0 };
  return {
    here: { ...none, ...own[0], id: areaId, name },
    below: children.map(({ id, name }) => ({ ...none, ...counted.get(id), id, name })),
  };
}
