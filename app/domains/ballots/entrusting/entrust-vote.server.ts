import type { Context, ReadContext, TransactionContext } from '../../context';
import { doOnce, forgetDone } from '../../do-once.server';
import { DomainError, ensure } from '../../domain-error';
import { inTransaction } from '../../in-transaction.server';
import { appendEvent } from '../../ledger/index.server';
import { loadElector } from '../casting/cast-vote.server';
import { ballotEvents } from '../events';
import { readTerms } from '../organising/terms';
import { mayEntrust, mayTakeOn } from './policy';
import { entrustingLifecycle } from './rules';
import { stepOf } from '~/lib/lifecycle';
import { randomToken } from '~/platform/crypto/tokens.server';
import { lockRow } from '~/platform/db/lock-row';
import { newId } from '~/platform/ids';

/** Characters of a link that is read aloud or typed at worst, and that nobody guesses. */
const codeBytes = 12;

/** Enough for whoever changes their mind, few enough that no row is made without end. */
const mostOffers = 20;

const voteKey = (ballotId: string, personId: string) => `${ballotId} ${personId}`;
const personOf = (ctx: ReadContext) => (ctx.actor.kind === 'person' ? ctx.actor.personId : '');

/**
 * Offers the own vote in one ballot to whoever is given the link. Answers the id. Throws `forbidden` where votes are
 * not entrusted or the ballot is over, `conflict` where the own vote is entrusted already.
 */
export async function offerVote(ctx: Context, ballotId: string): Promise<string> {
  return doOnce(ctx, 'ballot.entrust', async (ctx) => {
    const ballot = await heldBallot(ctx, ballotId);
    ensure(mayEntrust(ctx.actor, ballot, ctx.clock.now()));
    const personId = personOf(ctx);
    if (ballot.state === 'open' && !(await loadElector(ctx, ballotId, personId)))
      throw new DomainError('forbidden', { reason: 'ballots.not-in-electorate' });
    const currentKey = voteKey(ballotId, personId);
    if (await ctx.prisma.entrustedVote.findUnique({ where: { currentKey }, select: { id: true } }))
      throw new DomainError('conflict', { reason: 'ballots.entrusted-already' });
    const before = await ctx.prisma.entrustedVote.count({ where: { ballotId, fromPersonId: personId } });
    if (before >= mostOffers) throw new DomainError('forbidden', { reason: 'ballots.entrusted-often' });
    const now = ctx.clock.now();
    const id = newId(now);
    const { initial } = entrustingLifecycle;
    const code = randomToken(codeBytes);
    await ctx.prisma.entrustedVote.create({
      data: { id, ballotId, fromPersonId: personId, state: initial, code, currentKey, offeredAt: now },
    });
    await tellOfEntrusting(ctx, { ballot, type: 'ballot.entrusting-offered', personId: null });
    return id;
  });
}

/**
 * Takes the vote on that is offered by a link, or declines it. Throws `not-found` for a link that leads nowhere (any
 * more), `forbidden` for the own vote and beyond the number that the ballot allows.
 */
export async function answerOffer(ctx: Context, code: string, answer: 'accept' | 'decline'): Promise<string> {
  return inTransaction(ctx, async (ctx) => {
    const offered = await ctx.prisma.entrustedVote.findUnique({ where: { code } });
    if (offered?.state !== 'offered') throw new DomainError('not-found');
    const ballot = await heldBallot(ctx, offered.ballotId);
    const personId = personOf(ctx);
    const held = await ctx.prisma.entrustedVote.count({
      where: { ballotId: ballot.id, toPersonId: personId, state: 'accepted' },
    });
    ensure(mayTakeOn(ctx.actor, { ...ballot, fromPersonId: offered.fromPersonId, held }, ctx.clock.now()));
    if (answer === 'accept' && ballot.state === 'open' && !(await loadElector(ctx, ballot.id, personId)))
      throw new DomainError('forbidden', { reason: 'ballots.not-in-electorate' });
    await step(ctx, {
      id: offered.id,
      event: answer,
      answeredAt: ctx.clock.now(),
      ...(answer === 'accept' ? { toPersonId: personId } : { currentKey: null }),
    });
    const type = answer === 'accept' ? 'ballot.entrusting-accepted' : 'ballot.entrusting-declined';
    await tellOfEntrusting(ctx, { ballot, type, personId: offered.fromPersonId });
    return ballot.id;
  });
}

/** Who took a vote on gives it back. What was cast stands until the other votes. */
export async function giveBackVote(ctx: Context, entrustingId: string): Promise<void> {
  await endByHand(ctx, entrustingId, 'give-back');
}

/** Who entrusted the vote takes it back. What was cast stands until they vote themselves. */
export async function revokeEntrusting(ctx: Context, entrustingId: string): Promise<void> {
  await endByHand(ctx, entrustingId, 'revoke');
}

async function endByHand(ctx: Context, id: string, event: Ending): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const entrusted = await ctx.prisma.entrustedVote.findUnique({ where: { id } });
    const whose = event === 'revoke' ? entrusted?.fromPersonId : entrusted?.toPersonId;
    if (!entrusted || whose !== personOf(ctx)) throw new DomainError('not-found');
    const ballot = await heldBallot(ctx, entrusted.ballotId);
    ensure(mayEntrust(ctx.actor, ballot, ctx.clock.now()));
    await end(ctx, { entrusted, ballot, event });
  });
}

/** An account is closed: what is entrusted to or by it in ballots that are not over ends, and the other is told. */
export async function endEntrustings(ctx: TransactionContext, personId: string): Promise<void> {
  const open = await ctx.prisma.entrustedVote.findMany({
    where: {
      OR: [{ fromPersonId: personId }, { toPersonId: personId }],
      state: { in: ['offered', 'accepted'] },
      ballot: { state: { in: ['scheduled', 'open'] } },
    },
    include: { ballot: true },
  });
  for (const { ballot, ...entrusted } of open)
    await end(ctx, {
      entrusted,
      ballot,
      event: entrusted.fromPersonId === personId ? 'revoke' : 'give-back',
    });
}

interface EntrustedBallot {
  id: string;
  title: string;
  areaId: string;
  state: string;
  closesAt: Date;
}

/** Votes of one ballot are entrusted one after the other: the number that one person holds is counted under this. */
async function heldBallot(ctx: TransactionContext, ballotId: string) {
  await lockRow(ctx, 'Ballot', ballotId);
  const ballot = await ctx.prisma.ballot.findUnique({
    where: { id: ballotId },
    select: { id: true, title: true, areaId: true, state: true, closesAt: true, terms: true },
  });
  if (!ballot) throw new DomainError('not-found');
  return { ...ballot, most: readTerms(ballot.terms).entrusted };
}

type Ending = 'revoke' | 'give-back';

interface Ended {
  entrusted: { id: string; fromPersonId: string; toPersonId: string | null };
  ballot: EntrustedBallot;
  event: Ending;
}

/** It is over, and the other of the two is told. */
async function end(ctx: TransactionContext, { entrusted, ballot, event }: Ended): Promise<void> {
  await step(ctx, { id: entrusted.id, event, endedAt: ctx.clock.now(), currentKey: null });
  const told =
    event === 'revoke'
      ? ({ type: 'ballot.entrusting-revoked', personId: entrusted.toPersonId } as const)
      : ({ type: 'ballot.entrusting-declined', personId: entrusted.fromPersonId } as const);
  await tellOfEntrusting(ctx, { ballot, ...told });
}

type EntrustingEvent = (typeof entrustingLifecycle.transitions)[number]['event'];

interface Columns {
  toPersonId?: string;
  currentKey?: null;
  answeredAt?: Date;
  endedAt?: Date;
}

async function step(
  ctx: TransactionContext,
  { id, event, ...columns }: Columns & { id: string; event: EntrustingEvent },
): Promise<void> {
  const { from, to } = stepOf(entrustingLifecycle, event);
  const { count } = await ctx.prisma.entrustedVote.updateMany({
    where: { id, state: { in: from } },
    data: { ...columns, state: to },
  });
  if (count === 0) throw new DomainError('conflict', { reason: 'changed-meanwhile' });
  if (to !== 'accepted') await forgetDone(ctx, id);
}

interface Telling {
  ballot: EntrustedBallot;
  type:
    | 'ballot.entrusting-offered'
    | 'ballot.entrusting-accepted'
    | 'ballot.entrusting-declined'
    | 'ballot.entrusting-revoked';
  /** Who is told; null where nobody is there yet. */
  personId: string | null;
}

async function tellOfEntrusting(ctx: TransactionContext, { ballot, type, personId }: Telling): Promise<void> {
  await appendEvent(ctx, ballotEvents, {
    type,
    subjectKind: 'ballot',
    subjectId: ballot.id,
    areaId: ballot.areaId,
    publicData: { title: ballot.title },
    privateData: { personId },
  });
}
