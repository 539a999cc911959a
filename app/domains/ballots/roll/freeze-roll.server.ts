import type { ReadContext } from '../../context';
import type { Transaction } from '~/platform/db/database.server';

/** Whether anybody stands on the roll: a ballot is not opened for nobody. */
export async function hasRoll(ctx: ReadContext, ballotId: string): Promise<boolean> {
  const line = await ctx.database.read.rollLine.findFirst({
    where: { ballotId, struckAt: null },
    select: { id: true },
  });
  return line !== null;
}

interface RollToFreeze {
  id: string;
  areaId: string;
  unit: string;
}

/** Everyone on the roll becomes an elector: under the account where the line has one, else under the line. */
export async function freezeRoll(tx: Transaction, ballot: RollToFreeze): Promise<void> {
  await tx.sql.run(
    `INSERT INTO "Elector" ("ballotId", "personId", "unitKey", "areaId")
     SELECT "ballotId", COALESCE("personId", "id"), ${unitColumn(ballot.unit)}, ? FROM "RollLine"
     WHERE "ballotId" = ? AND "struckAt" IS NULL`,
    [ballot.areaId, ballot.id],
  );
}

/** What has one vote, as a column of the roll. */
export const unitColumn = (unit: string) =>
  unit === 'household' ? 'COALESCE("householdKey", "personId", "id")' : 'COALESCE("personId", "id")';

/** How many votes the frozen electorate has: persons or households. */
export async function votesOf(tx: Transaction, ballotId: string): Promise<number> {
  const [row] = await tx.sql.all<{ units: number }>(
    'SELECT COUNT(DISTINCT "unitKey") AS "units" FROM "Elector" WHERE "ballotId" = ?',
    [ballotId],
  );
  return Number(row?.units ?? 0);
}

/** How many votes those have who stand on the roll now. */
export async function votesOnRoll(
  ctx: ReadContext,
  { id, unit }: { id: string; unit: string },
): Promise<number> {
  const [row] = await ctx.database.sql.all<{ votes: number }>(
    `SELECT COUNT(DISTINCT ${unitColumn(unit)}) AS "votes" FROM "RollLine" WHERE "ballotId" = ? AND "struckAt" IS NULL`,
    [id],
  );
  return Number(row?.votes ?? 0);
}
