import type { Context, ReadContext, TransactionContext } from '../../context';
import { inTransaction } from '../../in-transaction.server';
import { DomainError, ensure } from '../../domain-error';
import { appendEvent } from '../../ledger/index.server';
import { ascendingIds } from '../organising/create-ballot.server';
import { ballotEvents } from '../events';
import { ballotOfRoll, holdBallotOfRoll, openingOf } from './held-ballot.server';
import type { BallotOfRoll } from './held-ballot.server';
import { exactMatches } from './match-accounts.server';
import { mayKeepRoll } from './policy';
import { mostRollLines, readRoll } from './read-roll';
import type { RollFault } from './read-roll';
import type { RollPerson } from './roll-person';
import { identityKeysOf, rollKeyOf, sealedLine } from './sealed-line.server';
import { readTable } from '~/lib/csv/read-xlsx';
import { keyNamedIn } from '~/platform/keys/hashing.server';

export interface RollImport {
  faults: RollFault[];
  added: number;
  /** Lines that stand on the roll already. */
  same: number;
  /** Lines of people who were struck off: a file does not bring them back. */
  struck: number;
  /** Lines joined with the one account that matches exactly. */
  joined: number;
}

const sealedAtOnce = 200;

async function preparedLines(ctx: Context, ballot: BallotOfRoll, people: readonly RollPerson[]) {
  const ids = ascendingIds(ctx.clock.now(), people.length);
  const key = await rollKeyOf(ctx, ballot.id);
  const lines: (ReturnType<typeof sealedLine> & { id: string; person: RollPerson; keys: string[] })[] = [];
  for (const [at, person] of people.entries()) {
    if (at % sealedAtOnce === sealedAtOnce - 1) await ctx.giveWay();
    lines.push({
      ...{ id: ids[at] ?? '', person, keys: identityKeysOf(key, person) },
      ...sealedLine(ctx, key, person),
    });
  }
  return { key, lines, matches: await exactMatches(ctx, { areaId: ballot.areaId, lines }) };
}
type Prepared = Awaited<ReturnType<typeof preparedLines>>;

/**
 * Takes a table of people into the roll of a ballot that has not opened. Lines that are there already stay as they are.
 * With any bad line nothing is imported, and each is named. Throws `forbidden` where the roll is frozen.
 */
export async function importRoll(
  ctx: Context,
  ballotId: string,
  table: Uint8Array | string,
): Promise<RollImport> {
  const ballot = await ballotOfRoll(ctx, ballotId);
  ensure(mayKeepRoll(ctx.actor, ballot));
  const asked = { minimumAge: ballot.minimumAge, opening: openingOf(ctx, ballot) };
  const { people, faults } = readRoll(await readTable(table, { mostRows: mostRollLines }), asked);
  if (faults.length > 0) return { faults, added: 0, same: 0, struck: 0, joined: 0 };
  const prepared = await preparedLines(ctx, ballot, people);
  return inTransaction(ctx, async (ctx) => {
    const held = await holdBallotOfRoll(ctx, ballotId);
    ensure(mayKeepRoll(ctx.actor, held));
    const { like } = await rollKeyOf(ctx, ballotId);
    if (keyNamedIn(like) !== keyNamedIn(prepared.key.like))
      throw new DomainError('conflict', { reason: 'changed-meanwhile' });
    return writeLines(ctx, held, prepared);
  });
}

async function linesThere(ctx: ReadContext, ballotId: string) {
  const there = await ctx.database.read.rollLine.findMany({
    where: { ballotId },
    select: { identityKey: true, struckAt: true, personId: true },
  });
  return {
    lines: new Map(there.map(({ identityKey, struckAt }) => [identityKey, struckAt !== null])),
    accounts: new Set(there.flatMap(({ personId }) => personId ?? [])),
  };
}

async function writeLines(
  ctx: TransactionContext,
  ballot: BallotOfRoll,
  { lines, matches }: Prepared,
): Promise<RollImport> {
  const there = await linesThere(ctx, ballot.id);
  const known = lines.filter(({ keys }) => keys.some((key) => there.lines.has(key)));
  const struck = known.filter(({ keys }) => keys.every((key) => there.lines.get(key) !== false)).length;
  const isKnown = new Set(known);
  const fresh = lines.filter((line) => !isKnown.has(line));
  if (there.lines.size + fresh.length > mostRollLines)
    throw new DomainError('invalid', {
      field: 'file',
      reason: 'ballots.roll-full',
      params: { most: mostRollLines },
    });
  const joined = new Map([...matches].filter(([, personId]) => !there.accounts.has(personId)));
  const addedBy = ctx.actor.kind === 'person' ? ctx.actor.personId : 'system';
  await ctx.prisma.rollLine.createMany({
    data: fresh.map(({ id, sealedPerson, identityKey, householdKey }) => ({
      ...{ id, ballotId: ballot.id, sealedPerson, identityKey, householdKey },
      ...{ personId: joined.get(id) ?? null, addedBy, addedAt: ctx.clock.now() },
    })),
  });
  const personIds = fresh.flatMap(({ id }) => joined.get(id) ?? []);
  if (fresh.length > 0) await tellImported(ctx, ballot, { added: fresh.length, personIds });
  return {
    ...{ faults: [], added: fresh.length, struck, joined: personIds.length },
    same: lines.length - fresh.length - struck,
  };
}

async function tellImported(
  ctx: TransactionContext,
  ballot: BallotOfRoll,
  { added, personIds }: { added: number; personIds: string[] },
): Promise<void> {
  const about = { subjectKind: 'ballot', subjectId: ballot.id, areaId: ballot.areaId };
  await appendEvent(ctx, ballotEvents, {
    ...{ type: 'ballot.roll-imported', ...about },
    publicData: { title: ballot.title, count: added },
  });
  for (const personId of personIds)
    await appendEvent(ctx, ballotEvents, {
      ...{ type: 'ballot.roll-joined', ...about },
      publicData: { title: ballot.title },
      privateData: { personId },
    });
}
