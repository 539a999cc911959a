import type { ReadContext } from '../../context';

const aPage = 2000;

/** The electorate of a ballot, as frozen at opening. Raw and in pages: it may be a whole city. */
export async function electorsOf(ctx: ReadContext, ballotId: string): Promise<string[]> {
  const found: string[] = [];
  for (let after = ''; ;) {
    const page = await ctx.database.sql.all<{ personId: string }>(
      'SELECT "personId" FROM "Elector" WHERE "ballotId" = ? AND "personId" > ? ORDER BY "personId" LIMIT ?',
      [ballotId, after, aPage],
    );
    for (const { personId } of page) found.push(personId);
    if (page.length < aPage) return found;
    after = page.at(-1)?.personId ?? after;
    await ctx.giveWay();
  }
}
