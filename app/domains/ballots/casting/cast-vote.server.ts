import type { Context, ReadContext } from '../../context';
import { inTransaction } from '../../in-transaction.server';
import { DomainError, ensure } from '../../domain-error';
import { neededKey } from '../ballot-key.server';
import { entrustedKeys } from '../entrusting/entrusted-keys';
import { casterFor } from '../entrusting/rules';
import { handedOutMark } from '../paper/paper-sheet';
import { mayVote } from '../policy';
import type { BallotRules, Choice } from '../rules/kinds';
import { fieldOfFault } from './field-of-fault';
import { receiptOf } from './receipt';
import { isBlank, validateChoice } from '../rules/validate-choice';
import type { Transaction } from '~/platform/db/database.server';
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
  keyCheck: string | null;
  sealedSecret: string | null;
  createdBy: string;
  organisationId: string | null;
}

export interface ElectorRow {
  personId: string;
  unitKey: string;
  /** Known only of ballots from before the register was marked at the end of voting. */
  voted: number | boolean;
  channel: string | null;
}

export interface VoteReceipt {
  receipt: string;
  changed: boolean;
}

export interface Vote {
  /** The choice may be read by the ballot's kind, which is known only inside. */
  choice: Choice | ((kind: string) => Choice);
  /** The voter has said that an empty paper is meant. */
  blank?: boolean;
}

/**
 * Counts one vote for the actor's unit (person or household) or changes it while the ballot is open.
 * Everything is raw SQL on purpose: this is the hottest write of the portal. The transaction writes the paper and
 * the number of papers, and nothing that names a person: who shares a transaction with a paper could be joined to it.
 * Throws `forbidden` with the reason, `invalid` for an impossible choice or an empty paper that nobody confirmed,
 * `conflict` where another member of the household has voted, `wrong-state` where the ballot's key is lost.
 */
export async function castVote(ctx: Context, ballotId: string, vote: Vote): Promise<VoteReceipt> {
  return inTransaction(ctx, async (ctx) => {
    const ballot = await loadBallot(ctx, ballotId);
    const personId = ctx.actor.kind === 'person' ? ctx.actor.personId : '';
    const elector = await loadElector(ctx, ballotId, personId);
    ensure(mayVote(ctx.actor, ballot, elector, ctx.clock.now()));
    if (!elector) throw new DomainError('forbidden');
    const paper = paperOf(ctx, { ballot, elector, vote });
    if (await layPaper(ctx, paper)) return { receipt: paper.receipt, changed: false };
    // The own vote takes the place of what others cast for the person.
    const asked = { ballotId, key: neededKey(ctx, ballot), personIds: [personId] };
    const casters = [paper.casterKey, ...(await entrustedKeys(ctx.sql, asked)).keys()];
    if (await changePaper(ctx, paper, { casters, marked: Boolean(elector.voted) }))
      return { receipt: paper.receipt, changed: true };
    throw new DomainError('conflict', { reason: 'ballots.household-voted' });
  });
}

/**
 * Counts the vote of somebody who has entrusted it to the actor, or changes what the actor has cast for them. It never
 * takes the place of what they, or somebody of their household, have cast themselves. Throws as `castVote` does.
 */
export async function castEntrusted(ctx: Context, entrustingId: string, vote: Vote): Promise<VoteReceipt> {
  return inTransaction(ctx, async (ctx) => {
    const entrusting = await ctx.prisma.entrustedVote.findUnique({ where: { id: entrustingId } });
    const personId = ctx.actor.kind === 'person' ? ctx.actor.personId : '';
    if (entrusting?.toPersonId !== personId) throw new DomainError('not-found');
    if (entrusting.state !== 'accepted')
      throw new DomainError('forbidden', { reason: 'ballots.not-entrusted' });
    const ballot = await loadBallot(ctx, entrusting.ballotId);
    ensure(mayVote(ctx.actor, ballot, await loadElector(ctx, ballot.id, personId), ctx.clock.now()));
    const elector = await loadElector(ctx, ballot.id, entrusting.fromPersonId);
    if (!elector) throw new DomainError('forbidden', { reason: 'ballots.entruster-not-elector' });
    const caster = casterFor(entrusting.fromPersonId, personId);
    const paper = paperOf(ctx, { ballot, elector, vote, caster });
    if (await layPaper(ctx, paper)) return { receipt: paper.receipt, changed: false };
    if (await changePaper(ctx, paper, { casters: [paper.casterKey], marked: false }))
      return { receipt: paper.receipt, changed: true };
    throw new DomainError('conflict', { reason: 'ballots.entruster-voted' });
  });
}

export interface Paper {
  ballotId: string;
  paperKey: string;
  casterKey: string;
  receipt: string;
  choice: string;
  personId: string | null;
}

/** A checked paper with a receipt of its own, also where it takes another's place. */
export function paperOf(
  ctx: ReadContext,
  { ballot, elector, vote, caster }: { ballot: OpenBallot; elector: ElectorRow; vote: Vote; caster?: string },
): Paper {
  const key = neededKey(ctx, ballot);
  const choice = typeof vote.choice === 'function' ? vote.choice(ballot.kind) : vote.choice;
  ensureChoice(JSON.parse(ballot.rules) as BallotRules, choice, vote.blank ?? false);
  return {
    ballotId: ballot.id,
    paperKey: key.paperKey(elector.unitKey),
    casterKey: key.casterKey(caster ?? elector.personId),
    receipt: newReceipt(),
    choice: JSON.stringify(choice),
    personId: ballot.secret ? null : elector.personId,
  };
}

export const newReceipt = () => receiptOf(pooledRandom(10));

function ensureChoice(rules: BallotRules, choice: Choice, blank: boolean): void {
  const verdict = validateChoice(rules, choice);
  if (!verdict.ok) {
    const { reason, option, params = {} } = verdict;
    const field = fieldOfFault(rules, option);
    throw new DomainError('invalid', { field, reason: `ballots.${reason}`, params });
  }
  ensureMeant(choice, blank);
}

/** A visitor's choice, before it is put by: what is wrong is said at once. Before the opening there are no rules yet. */
export async function ensureKeepable(
  ctx: ReadContext,
  ballotId: string,
  { choice, blank }: KeptVote,
): Promise<void> {
  const [row] = await ctx.database.sql.all<{ rules: string | null }>(
    'SELECT "rules" FROM "Ballot" WHERE "id" = ?',
    [ballotId],
  );
  if (row?.rules) ensureChoice(JSON.parse(row.rules) as BallotRules, choice, blank);
  else ensureMeant(choice, blank);
}

interface KeptVote {
  choice: Choice;
  blank: boolean;
}

/** An empty paper is taken only from who says that it is meant; where one is to be chosen there is none. */
export function ensureMeant(choice: Choice, blank: boolean): void {
  if (!isBlank(choice)) return;
  if (choice.kind === 'single-choice')
    throw new DomainError('invalid', { field: 'option', reason: 'ballots.choose-one' });
  if (!blank) throw new DomainError('invalid', { field: 'blank', reason: 'ballots.blank-paper' });
}

/** One person's place in the electorate, or null. */
export async function loadElector(
  tx: Transaction,
  ballotId: string,
  personId: string,
): Promise<ElectorRow | null> {
  const [row] = await tx.sql.all<ElectorRow>(
    'SELECT "personId", "unitKey", "voted", "channel" FROM "Elector" WHERE "ballotId" = ? AND "personId" = ?',
    [ballotId, personId],
  );
  return row ?? null;
}

/** The ballot as voting needs it. Throws `not-found`. */
export async function loadBallot(tx: Transaction, ballotId: string): Promise<OpenBallot> {
  const [row] = await tx.sql.all<OpenBallot>(
    `SELECT "id", "title", "kind", "areaId", "state", "secret", "opensAt", "closesAt", "rules", "keyCheck",
       "sealedSecret", "createdBy", "organisationId" FROM "Ballot" WHERE "id" = ?`,
    [ballotId],
  );
  if (!row) throw new DomainError('not-found');
  return { ...row, opensAt: new Date(row.opensAt), closesAt: new Date(row.closesAt) };
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

/** Lays a unit's first paper; false where there is one already. */
export async function layPaper(tx: Transaction, paper: Paper): Promise<boolean> {
  const { ballotId, paperKey, casterKey, receipt, choice, personId } = paper;
  const laid = await tx.sql.run(
    `INSERT INTO "BallotPaper" ("ballotId", "paperKey", "casterKey", "receipt", "choice", "personId")
     VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT ("ballotId", "paperKey") DO NOTHING`,
    [ballotId, paperKey, casterKey, receipt, choice, personId],
  );
  if (laid > 0) await holdOpen(tx, ballotId, 1);
  return laid > 0;
}

/**
 * Puts a paper in place of one that one of the casters has laid, which also bears a new receipt; false where it is
 * somebody else's. `marked`: papers from before there were keys of casters are the person's whom the register marks.
 */
async function changePaper(
  tx: Transaction,
  paper: Paper,
  { casters, marked }: { casters: readonly string[]; marked: boolean },
): Promise<boolean> {
  await holdOpen(tx, paper.ballotId, 0);
  const changed = await tx.sql.run(
    `UPDATE "BallotPaper" SET "choice" = ?, "receipt" = ?, "casterKey" = ?
     WHERE "ballotId" = ? AND "paperKey" = ? AND "choice" <> ?
       AND ("casterKey" IN (${casters.map(() => '?').join(', ')}) OR ("casterKey" IS NULL AND ? = 1))`,
    [
      ...[paper.choice, paper.receipt, paper.casterKey, paper.ballotId, paper.paperKey, handedOutMark],
      ...[...casters, marked ? 1 : 0],
    ],
  );
  return changed > 0;
}
