import type { ReadContext } from '../../context';
import { answersTo } from './roll-person';
import type { RollPerson } from './roll-person';
import { openLine } from './sealed-line.server';

export interface FoundLine {
  id: string;
  /** Under which it votes: the account's id or the line's own. */
  electorId: string;
  person: RollPerson;
}

const opensAtOnce = 500;

interface LineRow {
  id: string;
  personId: string | null;
  sealedPerson: string;
}

const found = (ctx: ReadContext, { id, personId, sealedPerson }: LineRow): FoundLine => ({
  id,
  electorId: personId ?? id,
  person: openLine(ctx, sealedPerson),
});

/** Lines of the roll that stand, opened some hundreds at a time: nothing of a name lies in the database to look it up by. */
async function* openedLines(ctx: ReadContext, ballotId: string): AsyncGenerator<FoundLine[]> {
  for (let after = ''; ;) {
    const rows = await ctx.database.read.rollLine.findMany({
      where: { ballotId, struckAt: null, id: { gt: after } },
      orderBy: { id: 'asc' },
      take: opensAtOnce,
      select: { id: true, personId: true, sealedPerson: true },
    });
    yield rows.map((row) => found(ctx, row));
    if (rows.length < opensAtOnce) return;
    after = rows.at(-1)?.id ?? after;
    await ctx.giveWay();
  }
}

/** The first lines, in the roll's order, that answer to a name or a place. */
export async function findLines(
  ctx: ReadContext,
  ballotId: string,
  { query, most }: { query: string; most: number },
): Promise<FoundLine[]> {
  const matching: FoundLine[] = [];
  for await (const page of openedLines(ctx, ballotId)) {
    matching.push(...page.filter(({ person }) => answersTo(person, query)));
    if (matching.length >= most) break;
  }
  return matching.slice(0, most);
}

/** The line that votes under an elector's id, or null. */
export async function lineOfElector(
  ctx: ReadContext,
  ballotId: string,
  electorId: string,
): Promise<FoundLine | null> {
  const row = await ctx.database.read.rollLine.findFirst({
    where: { ballotId, struckAt: null, OR: [{ id: electorId, personId: null }, { personId: electorId }] },
    select: { id: true, personId: true, sealedPerson: true },
  });
  return row ? found(ctx, row) : null;
}
