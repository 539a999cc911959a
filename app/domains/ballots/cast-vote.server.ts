import type { Context } from '../context';
import { DomainError, ensure } from '../domain-error';
import { appendEvent } from '../ledger/index.server';
import { ballotEvents } from './events';
import { mayVote } from './policy';
import type { BallotRules, Choice } from './rules/kinds';
import { receiptOf } from './receipt';
import { validateChoice } from './rules/validate-choice';
import { openSealed } from '~/platform/crypto/seal.server';
import { keyedHash } from '~/platform/crypto/keyed-hash.server';
import type { Transaction } from '~/platform/db/database.server';
import { isUniqueViolation } from '~/platform/db/unique-violation';
import { pooledRandom } from '~/platform/pooled-random';

export interface OpenBallot {
  id: string;
  title: string;
  kind: string;
  areaId: string;
  state: string;
  secret: number | boolean;
  opensAt: Date;
  closesAt: Date;
  rules: string;
  sealedSecret: string;
}

export interface ElectorRow {
  personId: string;
  unitKey: string;
  votedAt: unknown;
  channel: string | null;
}

export interface VoteReceipt {
  receipt: string;
  changed: boolean;
}

/**
 * Counts one vote for the actor's unit (person or household) or changes it while the ballot is open.
 * The choice may be read by the ballot's kind, which is known only here.
 * Everything is raw SQL on purpose: this is the hottest write of the portal.
 * Throws `forbidden` with the reason, `invalid` for an impossible choice, `conflict` where another
 * member of the household has already voted.
 */
export async function castVote(
  ctx: Context,
  ballotId: string,
  choice: Choice | ((kind: string) => Choice),
): Promise<VoteReceipt> {
  return onceForUnit(
    ctx.database.transaction(async (tx) => {
      const ballot = await loadBallot(tx, ballotId);
      const personId = ctx.actor.kind === 'person' ? ctx.actor.personId : '';
      const elector = await loadElector(tx, ballotId, personId);
      ensure(mayVote(ctx.actor, ballot, elector, ctx.clock.now()));
      if (!elector) throw new DomainError('forbidden');
      const made = typeof choice === 'function' ? choice(ballot.kind) : choice;
      const receipt = await recordPaper(tx, ctx, { ballot, elector, choice: made });
      await appendEvent(tx, ctx, ballotEvents, {
        type: elector.votedAt === null ? 'ballot.voted' : 'ballot.vote-changed',
        subjectKind: 'ballot',
        subjectId: ballotId,
        areaId: ballot.areaId,
        publicData: { title: ballot.title },
      });
      return { receipt, changed: elector.votedAt !== null };
    }),
  );
}

/** The unique key of a unit's paper stands for "one vote": who comes second is told why. */
export async function onceForUnit<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    if (isUniqueViolation(error)) throw new DomainError('conflict', { reason: 'ballots.household-voted' });
    throw error;
  }
}

export interface VoteToRecord {
  ballot: OpenBallot;
  elector: ElectorRow;
  choice: Choice;
  /** counter or paper where staff helped. */
  channel?: string;
}

/** Checks and writes one paper; who may do so is for the use case to ask. Answers the receipt. */
export async function recordPaper(
  tx: Transaction,
  ctx: Context,
  { ballot, elector, choice, channel }: VoteToRecord,
): Promise<string> {
  const verdict = validateChoice(JSON.parse(ballot.rules) as BallotRules, choice);
  if (!verdict.ok) {
    const field =
      choice.kind === 'single-choice' || 'options' in choice || 'projects' in choice ? 'option' : '';
    throw new DomainError('invalid', { field, reason: `ballots.${verdict.reason}` });
  }
  const paper: Paper = {
    ballotId: ballot.id,
    paperKey: paperKeyOf(ctx, ballot, elector),
    choice: JSON.stringify(choice),
    personId: ballot.secret ? null : elector.personId,
  };
  if (elector.votedAt !== null) return changeVote(tx, paper);
  return firstVote(tx, ctx, { paper, elector, channel: channel ?? null });
}

/** The key under which the unit's paper lies while the ballot is open. */
export function paperKeyOf(ctx: Context, ballot: OpenBallot, elector: ElectorRow): string {
  return keyedHash(openSealed(ctx.configuration.dataKey, ballot.sealedSecret), elector.unitKey);
}

/** One person's place in the electorate, or null. */
export async function loadElector(
  tx: Transaction,
  ballotId: string,
  personId: string,
): Promise<ElectorRow | null> {
  const [row] = await tx.sql.all<ElectorRow>(
    'SELECT "personId", "unitKey", "votedAt", "channel" FROM "Elector" WHERE "ballotId" = ? AND "personId" = ?',
    [ballotId, personId],
  );
  return row ?? null;
}

/** The ballot as voting needs it. Throws `not-found`. */
export async function loadBallot(tx: Transaction, ballotId: string): Promise<OpenBallot> {
  const [row] = await tx.sql.all<OpenBallot>(
    `SELECT "id", "title", "kind", "areaId", "state", "secret", "opensAt", "closesAt", "rules", "sealedSecret"
     FROM "Ballot" WHERE "id" = ?`,
    [ballotId],
  );
  if (!row) throw new DomainError('not-found');
  return { ...row, opensAt: new Date(row.opensAt), closesAt: new Date(row.closesAt) };
}

interface Paper {
  ballotId: string;
  paperKey: string;
  choice: string;
  personId: string | null;
}

/**
 * Holds the ballot's row and finds it open, or refuses. Closing changes the same row, so a vote is either
 * committed before voting ends or refused, however close it comes.
 */
async function holdOpen(tx: Transaction, ballotId: string, more: number): Promise<void> {
  const held = await tx.sql.run(
    `UPDATE "Ballot" SET "votedCount" = "votedCount" + ? WHERE "id" = ? AND "state" = 'open'`,
    [more, ballotId],
  );
  if (held === 0) throw new DomainError('forbidden', { reason: 'ballots.closed' });
}

interface FirstVote {
  paper: Paper;
  elector: ElectorRow;
  channel: string | null;
}

/** Lays a unit's first paper and marks the elector in the register. */
export async function firstVote(
  tx: Transaction,
  ctx: Context,
  { paper, elector, channel }: FirstVote,
): Promise<string> {
  const receipt = receiptOf(pooledRandom(10));
  await tx.sql.run(
    'INSERT INTO "BallotPaper" ("ballotId", "paperKey", "receipt", "choice", "personId") VALUES (?, ?, ?, ?, ?)',
    [paper.ballotId, paper.paperKey, receipt, paper.choice, paper.personId],
  );
  await tx.sql.run(
    'UPDATE "Elector" SET "votedAt" = ?, "channel" = ? WHERE "ballotId" = ? AND "personId" = ?',
    [ctx.clock.now(), channel, paper.ballotId, elector.personId],
  );
  await holdOpen(tx, paper.ballotId, 1);
  return receipt;
}

async function changeVote(tx: Transaction, paper: Paper): Promise<string> {
  await holdOpen(tx, paper.ballotId, 0);
  await tx.sql.run('UPDATE "BallotPaper" SET "choice" = ? WHERE "ballotId" = ? AND "paperKey" = ?', [
    paper.choice,
    paper.ballotId,
    paper.paperKey,
  ]);
  const [row] = await tx.sql.all<{ receipt: string }>(
    'SELECT "receipt" FROM "BallotPaper" WHERE "ballotId" = ? AND "paperKey" = ?',
    [paper.ballotId, paper.paperKey],
  );
  if (!row) throw new DomainError('conflict', { reason: 'ballots.household-voted' });
  return row.receipt;
}
