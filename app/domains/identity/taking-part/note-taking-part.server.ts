import type { Context, TransactionContext } from '../../context';
import { inTransaction } from '../../in-transaction.server';
import { actsOfPersons } from '../../ledger/index.server';
import { yearIn } from '~/lib/time/days';

/**
 * What counts as taking part: to propose, to speak, to endorse, to rate, to serve. Votes do not: who has voted is known to
 * nobody. Nor do acts of office.
 */
const types = [
  'proposal.published',
  'proposal.endorsed',
  'proposal.evaluated',
  'feedback.submitted',
  'comment.posted',
  'comment.voted',
  'statement.posted',
  'volunteer.signed-up',
];

const together = 2000;
/** So many events are looked at again: what commits later may have a lower number. */
const lookedAtAgain = 500;

async function keepTakingPart(tx: TransactionContext, personId: string, year: number): Promise<void> {
  await tx.sql.run(
    `INSERT INTO "YearOfTakingPart" ("year", "personId")
     SELECT CAST(? AS INTEGER), "id" FROM "Person" WHERE "id" = ? AND "erasedAt" IS NULL
     ON CONFLICT ("year", "personId") DO NOTHING`,
    [year, personId],
  );
}

/** Looks through the next events; answers whether there may be more. */
function noteSome(ctx: Context, zone: string): Promise<boolean> {
  return inTransaction(ctx, async (ctx) => {
    const seen = await ctx.prisma.takingPartSeen.findFirst({ select: { sequence: true } });
    const from = seen?.sequence ?? 0;
    const after = Math.max(0, from - lookedAtAgain);
    const { acts, last } = await actsOfPersons(ctx, { types, after, most: together + lookedAtAgain });
    const years = new Map(
      acts.map(({ personId, at }) => [`${personId} ${yearIn(at, zone)}`, { personId, at }]),
    );
    for (const { personId, at } of years.values()) await keepTakingPart(ctx, personId, yearIn(at, zone));
    if (last === null || last <= from) return false;
    await ctx.sql.run(
      `INSERT INTO "TakingPartSeen" ("id", "sequence") VALUES (1, ?)
       ON CONFLICT ("id") DO UPDATE SET "sequence" = excluded."sequence"`,
      [last],
    );
    return last - from >= together;
  });
}

/** Notes who took part in which year, of what has happened since the last time; doing it again changes nothing. */
export async function notePeopleTakingPart(ctx: Context): Promise<void> {
  while (await noteSome(ctx, ctx.configuration.timeZone)) await ctx.giveWay();
}
