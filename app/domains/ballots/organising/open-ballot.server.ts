import type { Context, ReadContext, TransactionContext } from '../../context';
import { inTransaction } from '../../in-transaction.server';
import { openAccountsSql } from '../../identity/index.server';
import type { AccountsAsked } from '../../identity/index.server';
import { appendEvent } from '../../ledger/index.server';
import { membersOfSql } from '../../organisations/index.server';
import { makeBallotKey } from '../ballot-key.server';
import { bornBy } from '../casting/electorate';
import type { Opening } from '../casting/electorate';
import { ballotEvents } from '../events';
import { rulesOf } from './frozen-rules';
import { ballotLifecycle } from '../lifecycle';
import { commitmentTo } from '../rules/record/draw-seed';
import { freezeRoll, hasRoll, votesOf } from '../roll/freeze-roll.server';
import { missingOnList } from './missing-on-list.query.server';
import type { MissingOnList } from './missing-on-list.query.server';
import { readTerms } from './terms';
import { stepOf } from '~/lib/lifecycle';
import type { Transaction } from '~/platform/db/database.server';
import type { SqlPart } from '~/platform/db/lists/sql-parts';
import { randomToken } from '~/platform/crypto/tokens.server';
import { lockRow } from '~/platform/db/lock-row';

export interface BallotToOpen {
  id: string;
  areaId: string;
  unit: string;
  minimumAge: number;
  electorateKind: string;
  terms: string;
}

/**
 * Opens a scheduled ballot whose time has come: freezes the electorate and the rules, and makes the
 * secret that keeps papers apart from voters, outside the database. Answers false where it was already open or cancelled,
 * and where it waits for its roll: nobody stands on it yet.
 */
export async function openBallot(ctx: Context, ballotId: string): Promise<boolean> {
  if (!(await mayBeOpened(ctx, ballotId))) return false;
  // Before the first vote, and durable: without it no vote can be taken.
  const keyCheck = makeBallotKey(ctx, ballotId);
  return inTransaction(ctx, async (ctx) => {
    // Whoever changes a roll holds the same row: none is added to one that is being frozen.
    await lockRow(ctx, 'Ballot', ballotId);
    const options = {
      orderBy: { position: 'asc' },
      select: { id: true, costFen: true, groupName: true },
    } as const;
    const ballot = await ctx.prisma.ballot.findUnique({ where: { id: ballotId }, include: { options } });
    const now = ctx.clock.now();
    if (!ballot || ballot.state !== 'scheduled' || ballot.opensAt > now) return false;
    const opening = { at: now, timeZone: ctx.configuration.timeZone };
    const missing = await missingOnList(ctx, ballot, opening);
    const electorateSize = await freezeElectorate(ctx, ballot, opening);
    if (ballot.electorateKind === 'roll' && electorateSize === 0) return false;
    const rules = rulesOf(ballot, ballot.options, electorateSize);
    const { from, to } = stepOf(ballotLifecycle, 'open');
    const opened = await ctx.prisma.ballot.updateMany({
      where: { id: ballotId, state: { in: from } },
      data: {
        state: to,
        openedAt: now,
        electorateSize,
        rules: JSON.stringify(rules),
        keyCheck,
        ...(rules.ties?.kind === 'draw' ? newDraw(ctx) : {}),
      },
    });
    if (opened.count === 0) return false;
    await appendEvent(ctx, ballotEvents, {
      type: 'ballot.opened',
      subjectKind: 'ballot',
      subjectId: ballotId,
      areaId: ballot.areaId,
      publicData: { title: ballot.title, electorateSize, closesAt: ballot.closesAt },
    });
    await tellOfMissing(ctx, ballot, missing);
    return true;
  });
}

/** The list is forgotten now: how many of it have no vote is told to who called the ballot. */
async function tellOfMissing(
  ctx: TransactionContext,
  ballot: { id: string; areaId: string; title: string; createdBy: string },
  missing: MissingOnList | null,
): Promise<void> {
  const count = missing ? missing.noAccount.length + missing.noAge.length : 0;
  if (!missing || count === 0) return;
  await appendEvent(ctx, ballotEvents, {
    ...{ type: 'ballot.list-missing', subjectKind: 'ballot', subjectId: ballot.id, areaId: ballot.areaId },
    publicData: { title: ballot.title, count, listed: missing.listed },
    privateData: { personId: ballot.createdBy },
  });
}

async function mayBeOpened(ctx: ReadContext, ballotId: string): Promise<boolean> {
  const due = await ctx.database.read.ballot.findUnique({
    where: { id: ballotId },
    select: { state: true, electorateKind: true },
  });
  if (due?.state !== 'scheduled') return false;
  return due.electorateKind !== 'roll' || hasRoll(ctx, ballotId);
}

/** The portal binds itself to its part of the seed before the first vote. */
function newDraw(ctx: ReadContext) {
  const secret = randomToken();
  return {
    drawCommitment: commitmentTo(secret),
    sealedDrawSecret: ctx.keys.seal(secret),
  };
}

/** The same as `belongsToElectorate` says of one person, for everyone at once. */
function askedAccounts(ballot: BallotToOpen): AccountsAsked {
  if (ballot.electorateKind === 'list') {
    const text = 'SELECT "email" FROM "ListedElector" WHERE "ballotId" = ?';
    return { addresses: { text, values: [ballot.id] } };
  }
  if (ballot.electorateKind === 'organisations')
    return { ids: membersOfSql(readTerms(ballot.terms).organisationIds) };
  return { livingIn: ballot.areaId };
}

/** Copies who may vote now. Answers the number of votes. The addresses of a closed list are forgotten. */
async function freezeElectorate(tx: Transaction, ballot: BallotToOpen, opening: Opening): Promise<number> {
  if (ballot.electorateKind === 'roll') await freezeRoll(tx, ballot);
  else await freezeAccounts(tx, ballot, opening);
  await tx.prisma.listedElector.deleteMany({ where: { ballotId: ballot.id } });
  return votesOf(tx, ballot.id);
}

async function freezeAccounts(tx: Transaction, ballot: BallotToOpen, opening: Opening): Promise<void> {
  const accounts = accountsThat(ballot, opening);
  await tx.sql.run(
    `INSERT INTO "Elector" ("ballotId", "personId", "unitKey", "areaId")
     SELECT ?, a."id", ${unitOf(ballot)}, COALESCE(a."areaId", ?) FROM (${accounts.text}) a`,
    [ballot.id, ballot.areaId, ...accounts.values],
  );
}

/** What has one vote, as a column of the accounts. */
const unitOf = ({ unit }: { unit: string }) => (unit === 'household' ? 'a."household"' : 'a."id"');

/** The accounts that may vote: open, old enough, and as is asked. */
function accountsThat(ballot: BallotToOpen, opening: Opening, asked = askedAccounts(ballot)): SqlPart {
  const { minimumAge } = ballot;
  return openAccountsSql(asked, { minimumAge, bornBy: bornBy(minimumAge, opening) });
}

const addressesAtOnce = 500;

/**
 * How many votes the accounts of now would have if they were frozen for a ballot by its residents, organisations or list:
 * of a list that is still being written its addresses are given. A roll has no accounts to count.
 */
export async function votesOfAccounts(
  ctx: ReadContext,
  ballot: BallotToOpen,
  { opening, listed }: { opening: Opening; listed: readonly string[] },
): Promise<number> {
  if (ballot.electorateKind !== 'list') {
    const accounts = accountsThat(ballot, opening);
    const [row] = await ctx.database.sql.all<{ votes: number }>(
      `SELECT COUNT(DISTINCT ${unitOf(ballot)}) AS "votes" FROM (${accounts.text}) a`,
      accounts.values,
    );
    return Number(row?.votes ?? 0);
  }
  const units = new Set<string>();
  for (let at = 0; at < listed.length; at += addressesAtOnce) {
    const some = listed.slice(at, at + addressesAtOnce);
    const addresses = { text: some.map(() => '?').join(', '), values: some };
    const accounts = accountsThat(ballot, opening, { addresses });
    const rows = await ctx.database.sql.all<{ unit: string }>(
      `SELECT ${unitOf(ballot)} AS "unit" FROM (${accounts.text}) a`,
      accounts.values,
    );
    for (const { unit } of rows) units.add(unit);
  }
  return units.size;
}
