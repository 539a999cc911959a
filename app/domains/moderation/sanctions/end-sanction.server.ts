import type { Context, TransactionContext } from '../../context';
import { DomainError, ensure } from '../../domain-error';
import { forgetDone } from '../../do-once.server';
import { eachByItself } from '../../each-by-itself';
import { inTransaction } from '../../in-transaction.server';
import { appendEvent } from '../../ledger/index.server';
import { moderationEvents } from '../events';
import { lastHidingIfAny } from '../reports/hiding.query.server';
import type { Thing } from '../reports/hiding.query.server';
import { settleQueueItems } from '../queue/queue.server';
import { recordDecision } from '../record-decision.server';
import { mayLift } from './policy';
import { stands } from './rules';
import { lockRow } from '~/platform/db/lock-row';

interface Ending {
  as: 'expired' | 'lifted' | 'lapsed';
  reason: string;
}

/** Throws `not-found`. */
export async function loadSanction(ctx: Pick<Context, 'database'> | TransactionContext, id: string) {
  const sanction = await ctx.database.read.sanction.findUnique({ where: { id } });
  if (!sanction) throw new DomainError('not-found');
  return sanction;
}

/**
 * Ends a sanction that stands, whatever ends it: an appeal that waited has its answer. Answers false where it has ended
 * meanwhile. That it was given for its hiding stays: no second one is.
 */
async function end(ctx: TransactionContext, id: string, { as, reason }: Ending): Promise<boolean> {
  const sanction = await loadSanction(ctx, id);
  const { areaId, personId } = sanction;
  const endedBy = ctx.actor.kind === 'person' ? ctx.actor.personId : null;
  const ended = await ctx.prisma.sanction.updateMany({
    where: { id, endedAt: null },
    data: { endedAt: ctx.clock.now(), endedAs: as, endedBy, endedReason: reason },
  });
  if (ended.count === 0) return false;
  await forgetDone(ctx, id);
  const about = { subjectKind: 'sanction', subjectId: id, concernedId: personId } as const;
  const decision = as === 'expired' ? 'expired' : 'lifted';
  const because =
    as === 'lifted'
      ? ({ ground: 'second-look', words: reason } as const)
      : ({ ground: as === 'lapsed' ? 'no-answer-in-time' : 'term-over' } as const);
  const appeals = await settleQueueItems(ctx, { ...about, kinds: ['sanction-appeal'], decision, because });
  if (appeals === 0 && as === 'lifted')
    await recordDecision(ctx, { ...about, kind: 'sanction', areaId, title: '', decision, because });
  await appendEvent(ctx, moderationEvents, {
    type: `sanction.${as}`,
    ...{ subjectKind: 'sanction', subjectId: id, areaId },
    publicData: { title: '', reason },
    privateData: { personId },
  });
  return true;
}

/**
 * What was hidden is shown again: what was decided about its author for the hiding ends with it, in the same transaction,
 * for the reason for which it is shown.
 */
export async function endSanctionsOfHiding(
  ctx: TransactionContext,
  thing: Thing,
  reason: string,
): Promise<void> {
  const hiding = await lastHidingIfAny(ctx, thing);
  // Whoever gives one at this moment holds the same row.
  if (hiding) await lockRow(ctx, 'QueueItem', hiding.hidingId);
  const { subjectKind, subjectId } = thing;
  const standing = await ctx.prisma.sanction.findMany({
    where: { subjectKind, subjectId, endedAt: null },
    select: { id: true },
  });
  for (const { id } of standing) await end(ctx, id, { as: 'lifted', reason });
}

/** A moderator lifts a sanction, saying why. */
export async function liftSanction(
  ctx: Context,
  { id, reason }: { id: string; reason: string },
): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const sanction = await loadSanction(ctx, id);
    ensure(mayLift(ctx.actor, { ...sanction, stands: stands(sanction, ctx.clock.now()) }));
    if (!(await end(ctx, id, { as: 'lifted', reason })))
      throw new DomainError('conflict', { reason: 'already-decided' });
  });
}

const mostInOneTurn = 200;

/**
 * Ends what is over: a sanction whose term has come, and one whose appeal nobody answered in time. Whoever alone
 * moderates a place cannot so keep a person silent by leaving the appeal unread.
 */
export async function endDueSanctions(ctx: Context): Promise<number> {
  const now = ctx.clock.now();
  const { read } = ctx.database;
  const [expired, unanswered] = await Promise.all([
    read.sanction.findMany({
      where: { endedAt: null, endsAt: { lte: now } },
      select: { id: true },
      take: mostInOneTurn,
    }),
    read.queueItem.findMany({
      where: { state: 'open', kind: 'sanction-appeal', dueAt: { lte: now } },
      select: { subjectId: true },
      take: mostInOneTurn,
    }),
  ]);
  const over = new Map<string, Ending['as']>(unanswered.map(({ subjectId }) => [subjectId, 'lapsed']));
  for (const { id } of expired) over.set(id, 'expired');
  let ended = 0;
  await eachByItself([...over], async ([id, as]) => {
    // None where somebody has lifted it meanwhile.
    if (await inTransaction(ctx, (ctx) => end(ctx, id, { as, reason: '' }))) ended += 1;
    await ctx.giveWay();
  });
  return ended;
}
