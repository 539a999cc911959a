import type { Context, ReadContext } from '../../context';
import { inTransaction } from '../../in-transaction.server';
import { entrustedKeys } from '../entrusting/entrusted-keys';
import type { BallotKey } from '../ballot-key.server';
import type { SqlValue } from '~/platform/db/database.server';

/** Far below the number of values that a statement takes on either engine. */
const electorsAPage = 400;

export interface RegisteredElector {
  personId: string;
  unitKey: string;
  areaId: string;
  channel: string | null;
  /** This person has voted, or taken a sheet of paper. */
  voted: boolean;
  /** This person or somebody of the household has, or whoever was entrusted with it. */
  unitVoted: boolean;
  /** Another cast the person's vote, whom they had entrusted with it. */
  entrusted: boolean;
}

interface ElectorRow {
  personId: string;
  unitKey: string;
  areaId: string;
  channel: string | null;
  voted: number | boolean;
}

const columns = '"personId", "unitKey", "areaId", "channel", "voted"';
const placesFor = (values: readonly unknown[]) => values.map(() => '?').join(', ');

/**
 * Who of these electors has voted, asked by the keys of the papers: as long as voting goes on nothing else tells. Papers
 * from before there were keys of casters count for whom the register had marked.
 */
export async function withVotes(
  ctx: ReadContext,
  given: { ballotId: string; key: BallotKey; electors: readonly ElectorRow[] },
): Promise<RegisteredElector[]> {
  const { ballotId, key, electors } = given;
  if (electors.length === 0) return [];
  const keys = [...new Set(electors.map((elector) => key.paperKey(elector.unitKey)))];
  const papers = await ctx.database.sql.all<{ paperKey: string; casterKey: string | null }>(
    `SELECT "paperKey", "casterKey" FROM "BallotPaper" WHERE "ballotId" = ? AND "paperKey" IN (${placesFor(keys)})`,
    [ballotId, ...keys],
  );
  const personIds = electors.map(({ personId }) => personId);
  const entrusted = await entrustedKeys(ctx.database.sql, { ballotId, key, personIds });
  const casters = new Map(papers.map(({ paperKey, casterKey }) => [paperKey, casterKey]));
  return electors.map((elector) => {
    const caster = casters.get(key.paperKey(elector.unitKey));
    const own =
      caster === null
        ? Boolean(elector.voted)
        : caster !== undefined && caster === key.casterKey(elector.personId);
    const byOther = typeof caster === 'string' && entrusted.get(caster) === elector.personId;
    return { ...elector, voted: own || byOther, unitVoted: caster !== undefined, entrusted: byOther };
  });
}

/** The whole register in the order of the persons' ids, some hundreds at a time. */
export async function* registerPages(
  ctx: ReadContext,
  ballotId: string,
  key: BallotKey,
): AsyncGenerator<RegisteredElector[]> {
  for (let after = ''; ;) {
    const electors = await ctx.database.sql.all<ElectorRow>(
      `SELECT ${columns} FROM "Elector" WHERE "ballotId" = ? AND "personId" > ?
       ORDER BY "personId" LIMIT ${electorsAPage}`,
      [ballotId, after],
    );
    const last = electors.at(-1);
    if (!last) return;
    yield await withVotes(ctx, { ballotId, key, electors });
    after = last.personId;
    await ctx.giveWay();
  }
}

/**
 * Marks who has voted, once voting has ended and while the key is still there: in the order of the register and
 * without a time, so that the marks say nothing of the order of the papers. Doing it again changes nothing.
 */
export async function markRegister(ctx: Context, ballotId: string, key: BallotKey): Promise<void> {
  for await (const page of registerPages(ctx, ballotId, key)) {
    const voters = page.filter((elector) => elector.voted);
    for (const [channel, some] of [
      ['"channel"', voters.filter(({ entrusted }) => !entrusted)],
      ["'entrusted'", voters.filter(({ entrusted }) => entrusted)],
    ] as const) {
      if (some.length === 0) continue;
      const values: SqlValue[] = [ballotId, ...some.map(({ personId }) => personId)];
      await inTransaction(ctx, (ctx) =>
        ctx.sql.run(
          `UPDATE "Elector" SET "voted" = ${ctx.engine === 'sqlite' ? '1' : 'true'}, "channel" = ${channel}
           WHERE "ballotId" = ? AND "personId" IN (${placesFor(some)})`,
          values,
        ),
      );
    }
  }
}
