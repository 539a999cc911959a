import type { Context, TransactionContext } from '../../context';
import { eachByItself } from '../../each-by-itself';
import { forgetDone } from '../../do-once.server';
import { ensure } from '../../domain-error';
import { recordWithdrawal } from '../../identity/index.server';
import { inTransaction } from '../../in-transaction.server';
import {
  careContestLifecycle,
  careTaskLifecycle,
  comingStates,
  isLive,
  isLookedAfter,
  liveStates,
} from '../lifecycle';
import { concernedBy, holdNeed, moveNeed, tellOfOffice, tellWithoutName } from '../load-need.server';
import type { HeldNeed } from '../load-need.server';
import { mayDecide, mayWithdraw } from '../policy';
import { daysToAgree, later } from '../rules/lasting';
import { sealWords } from '../sealed.server';
import { consentedNeedsOf, needsOf } from '../visibility';
import { ensureOpened } from './look.server';
import { stepOf } from '~/lib/lifecycle';
import { lockRows } from '~/platform/db/lock-row';

const cancelled = stepOf(careTaskLifecycle, 'cancel').to;
const dropped = stepOf(careContestLifecycle, 'drop');

const nothingSealed = {
  ...{ sealedTask: null, sealedRecord: null, sealedObjection: null, sealedAnswer: null },
};

/**
 * Whatever an entry is over by: its words go, those of its tasks and contests, too; what was planned is called off, and
 * whoever was to come is told.
 */
export async function emptyNeed(
  ctx: TransactionContext,
  need: Pick<HeldNeed, 'id' | 'areaId'>,
): Promise<void> {
  const needId = need.id;
  const coming = { needId, state: { in: [...comingStates] } };
  const released = await ctx.prisma.careTask.findMany({ where: coming, select: { id: true, doneBy: true } });
  await ctx.prisma.careTask.updateMany({ where: coming, data: { state: cancelled } });
  await ctx.prisma.careTask.updateMany({ where: { needId }, data: nothingSealed });
  await ctx.prisma.careContest.updateMany({
    where: { needId, state: { in: dropped.from } },
    data: { state: dropped.to, openKey: null },
  });
  await ctx.prisma.careContest.updateMany({
    where: { needId },
    data: { sealedWords: null, sealedAnswer: null },
  });
  for (const { id, doneBy } of released)
    if (doneBy !== null)
      await tellWithoutName(ctx, {
        ...{ type: 'care-task.cancelled', kind: 'care-task', id, areaId: need.areaId },
        to: [doneBy],
      });
}

const emptied = (ctx: TransactionContext) => ({ sealedWords: null, endedAt: ctx.clock.now() });

/** Ends what somebody takes back, in the transaction of the caller, who holds the entry. */
export async function takeBack(ctx: TransactionContext, need: HeldNeed): Promise<void> {
  await moveNeed(ctx, { need, event: 'withdraw', columns: emptied(ctx) });
  await emptyNeed(ctx, need);
  await forgetDone(ctx, need.id);
  const { id, areaId } = need;
  const type = 'care-need.withdrawn';
  await tellWithoutName(ctx, { type, kind: 'care-need', id, areaId, to: concernedBy(need) });
}

/**
 * The entry, held, and before it those concerned: whether it is somebody's last one is decided while nobody states
 * another.
 */
async function holdWithPersons(ctx: TransactionContext, id: string): Promise<HeldNeed> {
  const who = { personId: true, statedBy: true } as const;
  const row = await ctx.prisma.careNeed.findUnique({ where: { id }, select: who });
  const concerned = row ? concernedBy(row).flatMap((personId) => personId ?? []) : [];
  await lockRows(ctx, 'Person', concerned);
  return holdNeed(ctx, id);
}

/** Of each person concerned who has no other entry the consent ends with the last one. They are held. */
async function endConsents(ctx: TransactionContext, need: HeldNeed): Promise<void> {
  for (const personId of new Set(concernedBy(need))) {
    if (personId === null) continue;
    const left = await ctx.prisma.careNeed.count({
      where: { AND: consentedNeedsOf(personId), state: { in: [...liveStates] } },
    });
    if (left === 0) await recordWithdrawal(ctx, { personId, purpose: 'care' });
  }
}

/** The person, or who stated it, takes an entry back: its words go at once. */
export async function withdrawNeed(ctx: Context, id: string): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const need = await holdWithPersons(ctx, id);
    ensure(mayWithdraw(ctx.actor, need));
    await takeBack(ctx, need);
    await endConsents(ctx, need);
  });
}

/** All entries of a person who takes the consent back. */
export async function endNeedsOf(ctx: TransactionContext, personId: string): Promise<void> {
  const where = { AND: needsOf(personId), state: { in: [...liveStates] } };
  const rows = await ctx.prisma.careNeed.findMany({ where, select: { id: true }, orderBy: { id: 'asc' } });
  const ids = rows.map(({ id }) => id);
  await lockRows(ctx, 'CareNeed', ids);
  for (const id of ids) {
    const need = await holdNeed(ctx, id);
    if (!isLive(need.state)) continue;
    await takeBack(ctx, need);
    await endConsents(ctx, need);
  }
}

/** The office does not take it on, with a reason for those concerned. */
export async function declineNeed(ctx: Context, id: string, reason: string): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const need = await holdWithPersons(ctx, id);
    ensure(mayDecide(ctx.actor, need, 'decline'));
    await ensureOpened(ctx, id);
    await closeByOffice(ctx, { need, event: 'decline', reason });
  });
}

/** The office has looked after it, and ends it with a reason. */
export async function endNeed(ctx: Context, id: string, reason: string): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const need = await holdWithPersons(ctx, id);
    ensure(mayDecide(ctx.actor, need, 'end'));
    await ensureOpened(ctx, id);
    await closeByOffice(ctx, { need, event: 'end', reason });
  });
}

async function closeByOffice(
  ctx: TransactionContext,
  { need, event, reason }: { need: HeldNeed; event: 'decline' | 'end'; reason: string },
): Promise<void> {
  const decided = ctx.actor.kind === 'person' && {
    decidedBy: ctx.actor.personId,
    decidedAt: ctx.clock.now(),
  };
  const columns = { ...emptied(ctx), ...decided, sealedReason: sealWords(ctx, reason) };
  await moveNeed(ctx, { need, event, columns });
  await emptyNeed(ctx, need);
  await endConsents(ctx, need);
  await forgetDone(ctx, need.id);
  const { id, areaId } = need;
  const type = event === 'end' ? 'care-need.ended' : 'care-need.declined';
  await tellOfOffice(ctx, { type, kind: 'care-need', id, areaId, to: concernedBy(need) });
}

/** Somebody who was asked and has not agreed in so many days does not: what was stated for them goes. */
async function dropUnagreed(ctx: Context): Promise<void> {
  const rows = await ctx.database.read.careNeed.findMany({
    where: { state: 'asked', createdAt: { lt: later(ctx.clock.now(), -daysToAgree) } },
    select: { id: true },
    orderBy: { id: 'asc' },
    take: 200,
  });
  await eachByItself(rows, ({ id }) =>
    inTransaction(ctx, async (ctx) => {
      const need = await holdWithPersons(ctx, id);
      if (need.state !== 'asked') return;
      await takeBack(ctx, need);
      await endConsents(ctx, need);
    }),
  );
}

/** Ends what was stated until a day that has gone by, taken on or not, and what nobody has agreed to. */
export async function endOverdueNeeds(ctx: Context): Promise<void> {
  await dropUnagreed(ctx);
  const rows = await ctx.database.read.careNeed.findMany({
    where: { state: { in: [...liveStates] }, until: { lt: ctx.clock.now() } },
    select: { id: true },
    orderBy: { id: 'asc' },
    take: 200,
  });
  await eachByItself(rows, ({ id }) =>
    inTransaction(ctx, async (ctx) => {
      const need = await holdWithPersons(ctx, id);
      // It may have been given more time, or be over, since it was looked up.
      if (!isLive(need.state) || need.until === null || need.until >= ctx.clock.now()) return;
      if (isLookedAfter(need.state)) return closeByOffice(ctx, { need, event: 'end', reason: '' });
      await takeBack(ctx, need);
      await endConsents(ctx, need);
    }),
  );
}
