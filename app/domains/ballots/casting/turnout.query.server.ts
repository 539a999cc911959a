import type { ReadContext } from '../../context';
import { DomainError } from '../../domain-error';
import { areaNames } from '../../territory/index.server';
import { ballotKeyOf } from '../ballot-key.server';
import type { KeyedBallot } from '../ballot-key.server';
import { registerPages } from './register.server';
import { areasKeptBack } from '../rules/hide-small-areas';
import type { AreaCount } from '../rules/hide-small-areas';
import { idAtLevel, significantDigits } from '~/lib/geo/division-code';
import { pageOfRows } from '~/platform/db/lists/list-page';

const areasAPage = 100;

export interface AreaTurnout {
  areaId: string;
  name: string;
  electorate: number;
  /** Null where it would tell who has voted, or where the ballot's key is lost. */
  voted: number | null;
}

/** How many of each community have voted, never what: also while the ballot is open. One page of the communities. */
export async function ballotTurnout(ctx: ReadContext, ballotId: string, cursor?: string) {
  const found = await ctx.database.read.ballot.findUnique({ where: { id: ballotId } });
  if (!found || found.electorateSize === null || found.state === 'importing')
    throw new DomainError('not-found');
  const { id, title, areaId, state, electorateSize, votedCount } = found;
  const counts = found.keyLostAt === null ? await countsOf(ctx, found) : await markedCounts(ctx, ballotId);
  const hidden = found.keyLostAt === null ? areasKeptBack(counts) : null;
  // What is kept back is found over all of them: a page of its own would tell by difference.
  const { items, next } = pageOfRows(counts, { keyOf: (row) => row.areaId, cursor, size: areasAPage });
  const names = await areaNames(
    ctx,
    items.map((row) => row.areaId),
  );
  const areas = items.map(({ areaId: place, electorate, voted }): AreaTurnout => ({
    areaId: place,
    name: names[place] ?? place,
    electorate,
    voted: !hidden || hidden.has(place) ? null : voted,
  }));
  return { ballot: { id, title, areaId, state, electorateSize, votedCount }, areas, next };
}

/** While voting goes on only the keys of the papers tell who has voted. */
async function countsOf(ctx: ReadContext, ballot: KeyedBallot): Promise<AreaCount[]> {
  const marked = ballot.keyCheck === null && ballot.sealedSecret === null;
  const key = marked ? null : ballotKeyOf(ctx, ballot);
  if (!key) return markedCounts(ctx, ballot.id);
  const communities = new Map<string, { units: Set<string>; voted: Set<string> }>();
  for await (const page of registerPages(ctx, ballot.id, key))
    for (const { areaId, unitKey, voted } of page) {
      const community = idAtLevel(areaId, 'community');
      const count = communities.get(community) ?? { units: new Set(), voted: new Set() };
      communities.set(community, count);
      count.units.add(unitKey);
      if (voted) count.voted.add(unitKey);
    }
  return [...communities]
    .map(([areaId, { units, voted }]) => ({ areaId, electorate: units.size, voted: voted.size }))
    .sort((one, other) => (one.areaId < other.areaId ? -1 : 1));
}

/** As `idAtLevel`, in SQL. */
const community = `SUBSTR("areaId", 1, ${significantDigits.community})`;

async function markedCounts(ctx: ReadContext, ballotId: string): Promise<AreaCount[]> {
  const rows = await ctx.database.sql.all<AreaCount>(
    `SELECT ${community} AS "areaId", COUNT(DISTINCT "unitKey") AS "electorate",
       COUNT(DISTINCT CASE WHEN "voted" THEN "unitKey" END) AS "voted"
     FROM "Elector" WHERE "ballotId" = ? GROUP BY ${community} ORDER BY ${community}`,
    [ballotId],
  );
  return rows.map(({ areaId, electorate, voted }) => ({
    areaId,
    electorate: Number(electorate),
    voted: Number(voted),
  }));
}
