import type { Context } from '../context';
import { DomainError } from '../domain-error';
import { areaNames } from '../territory/index.server';

/** Fewer than so many votes an area: its turnout would tell who has voted. */
export const fewestShown = 10;

export interface AreaTurnout {
  areaId: string;
  name: string;
  electorate: number;
  /** Null where the area is too small to tell. */
  voted: number | null;
}

/** How many of each community have voted, never what: also while the ballot is open. */
export async function ballotTurnout(ctx: Context, ballotId: string) {
  const ballot = await ctx.database.read.ballot.findUnique({
    where: { id: ballotId },
    select: { id: true, title: true, areaId: true, state: true, electorateSize: true, votedCount: true },
  });
  if (!ballot || ballot.electorateSize === null) throw new DomainError('not-found');
  const rows = await ctx.database.sql.all<{ areaId: string; electorate: number; voted: number }>(
    `SELECT SUBSTR("areaId", 1, 12) AS "areaId", COUNT(DISTINCT "unitKey") AS "electorate",
       COUNT(DISTINCT CASE WHEN "votedAt" IS NOT NULL THEN "unitKey" END) AS "voted"
     FROM "Elector" WHERE "ballotId" = ? GROUP BY SUBSTR("areaId", 1, 12) ORDER BY SUBSTR("areaId", 1, 12)`,
    [ballotId],
  );
  const names = await areaNames(
    ctx,
    rows.map((row) => row.areaId),
  );
  const areas = rows.map(({ areaId, electorate, voted }): AreaTurnout => {
    const size = Number(electorate);
    return {
      areaId,
      name: names[areaId] ?? areaId,
      electorate: size,
      voted: size < fewestShown ? null : Number(voted),
    };
  });
  return { ballot, areas };
}
