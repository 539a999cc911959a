import type { Context, ReadContext } from '../../context';
import { ensure } from '../../domain-error';
import { displayNames } from '../../identity/index.server';
import { recordReading } from './read-on-record.server';
import { findLines } from './find-lines.server';
import { ballotOfRoll } from './held-ballot.server';
import type { BallotOfRoll } from './held-ballot.server';
import { accountsLike } from './match-accounts.server';
import type { AccountLike } from './match-accounts.server';
import { mayConfirmCorrection, mayCorrectRoll, mayJoinLines, mayKeepRoll, mayReadRoll } from './policy';
import { openLine } from './sealed-line.server';
import { listPage, oldestFirst } from '~/platform/db/lists/list-page';

const linesAPage = 50;
const mostFound = 50;

export interface RollAskedFor {
  query: string;
  cursor: string | undefined;
}

/** The roll of one ballot for its staff: a page of its lines or those that answer to a name, and what may be done. */
export async function rollPage(ctx: Context, ballotId: string, asked: RollAskedFor) {
  const ballot = await ballotOfRoll(ctx, ballotId);
  ensure(mayReadRoll(ctx.actor, ballot));
  const now = ctx.clock.now();
  const { items, next } = await linesOf(ctx, ballotId, asked);
  if (items.length > 0) await recordReading(ctx, ballot);
  const { id, title, state, electorateSize, rollCorrections, opensAt } = ballot;
  return {
    ballot: { id, title, state, electorateSize, rollCorrections },
    standing: await ctx.database.read.rollLine.count({
      where: { ballotId, struckAt: null, isCorrection: false },
    }),
    isLate: state === 'scheduled' && opensAt <= now,
    keeping: mayKeepRoll(ctx.actor, ballot),
    joining: mayJoinLines(ctx.actor, ballot),
    correcting: mayCorrectRoll(ctx.actor, ballot, now),
    lines: await shownLines(ctx, ballot, items),
    next,
  };
}

type OpenedLine = Awaited<ReturnType<typeof linesOf>>['items'][number];

async function shownLines(ctx: ReadContext, ballot: BallotOfRoll, lines: readonly OpenedLine[]) {
  const now = ctx.clock.now();
  const like = await likeOf(ctx, ballot, lines);
  const people = lines.flatMap((line) => [line.addedBy, line.struckBy, line.confirmedBy, line.personId]);
  const names = await displayNames(
    ctx,
    people.filter((id) => id !== null),
  );
  const nameOf = (id: string | null) => (id === null ? null : (names[id] ?? id));
  return lines.map((line) => {
    const { id, person, addedReason, struckReason } = line;
    return {
      ...{ id, person, addedReason, struckReason },
      account: nameOf(line.personId),
      addedBy: names[line.addedBy] ?? line.addedBy,
      struckBy: nameOf(line.struckBy),
      confirmedBy: nameOf(line.confirmedBy),
      standing: standingOf(line),
      confirming: mayConfirmCorrection(ctx.actor, ballot, { askedBy: line.addedBy, now }),
      like: like.get(id) ?? [],
    };
  });
}

async function likeOf(ctx: ReadContext, ballot: BallotOfRoll, lines: readonly OpenedLine[]) {
  if (!mayJoinLines(ctx.actor, ballot).allowed) return new Map<string, AccountLike[]>();
  const open = lines.filter((line) => line.personId === null && line.struckAt === null);
  return accountsLike(ctx, { areaId: ballot.areaId, lines: open });
}

async function linesOf(ctx: ReadContext, ballotId: string, { query, cursor }: RollAskedFor) {
  const wanted =
    query === '' ? null : (await findLines(ctx, ballotId, { query, most: mostFound })).map((line) => line.id);
  const page = await listPage(
    { order: oldestFirst, cursor: wanted ? undefined : cursor, size: linesAPage },
    ({ behind, ...rest }) =>
      ctx.database.read.rollLine.findMany({
        where: { AND: behind, ballotId, ...(wanted ? { id: { in: wanted } } : {}) },
        ...rest,
        omit: { identityKey: true, householdKey: true, ballotId: true },
      }),
  );
  return { ...page, items: page.items.map((row) => ({ ...row, person: openLine(ctx, row.sealedPerson) })) };
}

export type LineStanding = 'listed' | 'struck' | 'asked' | 'refused' | 'corrected';

function standingOf(line: {
  struckAt: Date | null;
  isCorrection: boolean;
  confirmedBy: string | null;
}): LineStanding {
  if (line.isCorrection) {
    if (line.struckAt !== null) return 'refused';
    return line.confirmedBy === null ? 'asked' : 'corrected';
  }
  return line.struckAt === null ? 'listed' : 'struck';
}
