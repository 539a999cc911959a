import type { Context } from '../context';
import { DomainError, ensure } from '../domain-error';
import { appendEvent } from '../ledger/index.server';
import { ballotEvents } from './events';
import { mayVote } from './policy';
import type { BallotRules, Choice } from './rules/kinds';
import { validateChoice } from './rules/validate-choice';
import { openSealed } from '~/platform/crypto/seal.server';
import { keyedHash } from '~/platform/crypto/keyed-hash.server';
import { randomToken } from '~/platform/crypto/tokens.server';
import type { Transaction } from '~/platform/db/database.server';
import { isUniqueViolation } from '~/platform/db/unique-violation';

interface BallotRow {
  title: string;
  areaId: string;
  state: string;
  secret: number | boolean;
  opensAt: Date;
  closesAt: Date;
  rules: string;
  sealedSecret: string;
}

export interface VoteReceipt {
  receipt: string;
  changed: boolean;
}

/**
 * Counts one vote for the actor's unit (person or household) or changes it while the ballot is open.
 * Everything is raw SQL on purpose: this is the hottest write of the portal.
 * Throws `forbidden` with the reason, `invalid` for an impossible choice, `conflict` where another
 * member of the household has already voted.
 */
export async function castVote(ctx: Context, ballotId: string, choice: Choice): Promise<VoteReceipt> {
  try {
    return await ctx.database.transaction((tx) => vote(tx, ctx, ballotId, choice));
  } catch (error) {
    if (isUniqueViolation(error)) throw new DomainError('conflict', { reason: 'ballots.household-voted' });
    throw error;
  }
}

async function vote(tx: Transaction, ctx: Context, ballotId: string, choice: Choice): Promise<VoteReceipt> {
  const ballot = await loadBallot(tx, ballotId);
  const personId = ctx.actor.kind === 'person' ? ctx.actor.personId : '';
  const [elector] = await tx.sql.all<{ unitKey: string; votedAt: unknown }>(
    'SELECT "unitKey", "votedAt" FROM "Elector" WHERE "ballotId" = ? AND "personId" = ?',
    [ballotId, personId],
  );
  ensure(mayVote(ctx.actor, ballot, elector !== undefined, ctx.clock.now()));
  if (!elector) throw new DomainError('forbidden');
  const verdict = validateChoice(JSON.parse(ballot.rules) as BallotRules, choice);
  if (!verdict.ok) throw new DomainError('invalid', { field: 'choice', reason: `ballots.${verdict.reason}` });
  const paper = {
    ballotId,
    paperKey: keyedHash(openSealed(ctx.configuration.dataKey, ballot.sealedSecret), elector.unitKey),
    choice: JSON.stringify(choice),
    personId: ballot.secret ? null : personId,
  };
  const receipt =
    elector.votedAt === null ? await firstVote(tx, ctx, paper, personId) : await changeVote(tx, paper);
  await appendEvent(tx, ctx, ballotEvents, {
    type: elector.votedAt === null ? 'ballot.voted' : 'ballot.vote-changed',
    subjectKind: 'ballot',
    subjectId: ballotId,
    areaId: ballot.areaId,
    publicData: { title: ballot.title },
  });
  return { receipt, changed: elector.votedAt !== null };
}

async function loadBallot(tx: Transaction, ballotId: string): Promise<BallotRow> {
  const [row] = await tx.sql.all<BallotRow>(
    `SELECT "title", "areaId", "state", "secret", "opensAt", "closesAt", "rules", "sealedSecret"
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

async function firstVote(tx: Transaction, ctx: Context, paper: Paper, personId: string): Promise<string> {
  const receipt = randomToken(10);
  await tx.sql.run(
    'INSERT INTO "BallotPaper" ("ballotId", "paperKey", "receipt", "choice", "personId") VALUES (?, ?, ?, ?, ?)',
    [paper.ballotId, paper.paperKey, receipt, paper.choice, paper.personId],
  );
  await tx.sql.run('UPDATE "Elector" SET "votedAt" = ? WHERE "ballotId" = ? AND "personId" = ?', [
    ctx.clock.now(),
    paper.ballotId,
    personId,
  ]);
  await tx.sql.run('UPDATE "Ballot" SET "votedCount" = "votedCount" + 1 WHERE "id" = ?', [paper.ballotId]);
  return receipt;
}

async function changeVote(tx: Transaction, paper: Paper): Promise<string> {
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
