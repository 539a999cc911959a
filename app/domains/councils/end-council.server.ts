import type { Context, TransactionContext } from '../context';
import { forgetDone } from '../do-once.server';
import { ensure } from '../domain-error';
import { eachByItself } from '../each-by-itself';
import { inTransaction } from '../in-transaction.server';
import { holdCouncil, moveCouncil, tellByName, tellOfCouncil } from './load-council.server';
import type { LoadedCouncil } from './load-council.server';
import { mayCancelCouncil, mayClose } from './policy';

/**
 * Deletes what nothing is drawn by any more: who has no seat is forgotten, of members the seat and the name that they let
 * stand are left. From then on published lists lead to nobody, whatever copies of files there are: numbers stand beside no
 * person, and the secret that would make them again goes with them. So do the quotas of replacements, which tell what
 * members filled.
 */
async function forgetCandidates(ctx: TransactionContext, councilId: string): Promise<void> {
  await ctx.prisma.councilCandidate.deleteMany({ where: { councilId, state: { not: 'accepted' } } });
  await ctx.prisma.councilCandidate.updateMany({
    where: { councilId },
    data: { sealedFeatures: null, number: null, chance: null, drawnIn: null },
  });
  await ctx.prisma.councilDraw.updateMany({
    where: { councilId, number: { gt: 1 } },
    data: { quotas: '[]' },
  });
}

/** What the row of a council that is over no longer has. */
const columnsOfTheEnd = ({ clock }: TransactionContext) => ({
  ...{ check: null, sealedSecret: null, endedAt: clock.now() },
});

/** Whoever was asked hears that nothing will be drawn; that the work is done, only who wanted to take part. */
const concernedBy = {
  cancel: ['invited', 'volunteered', 'drawn', 'accepted'],
  close: ['volunteered', 'drawn', 'accepted'],
} as const;

async function personsOf(
  ctx: TransactionContext,
  councilId: string,
  end: keyof typeof concernedBy,
): Promise<string[]> {
  const rows = await ctx.prisma.councilCandidate.findMany({
    where: { councilId, state: { in: [...concernedBy[end]] } },
    select: { personId: true },
  });
  return rows.flatMap(({ personId }) => personId ?? []);
}

/** Why it is called off; null where its time was over. */
async function cancel(ctx: TransactionContext, council: LoadedCouncil, reason: string | null): Promise<void> {
  const { id } = council;
  const concerned = await personsOf(ctx, id, 'cancel');
  await moveCouncil(ctx, {
    council,
    event: 'cancel',
    columns: { reason, ...columnsOfTheEnd(ctx) },
  });
  await forgetDone(ctx, id);
  await forgetCandidates(ctx, id);
  const eventId =
    reason === null
      ? await tellOfCouncil(ctx, { council, type: 'council.lapsed' })
      : await tellOfCouncil(ctx, { council, type: 'council.cancelled', publicData: { reason } });
  await tellByName(ctx, eventId, concerned);
}

async function close(ctx: TransactionContext, council: LoadedCouncil): Promise<void> {
  const { id } = council;
  await moveCouncil(ctx, { council, event: 'close', columns: columnsOfTheEnd(ctx) });
  const concerned = await personsOf(ctx, id, 'close');
  await forgetCandidates(ctx, id);
  const eventId = await tellOfCouncil(ctx, { council, type: 'council.closed' });
  await tellByName(ctx, eventId, concerned);
}

/** Calls a council off before anyone could know who is drawn; everyone asked reads the reason. */
export async function cancelCouncil(ctx: Context, councilId: string, reason: string): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const council = await holdCouncil(ctx, councilId);
    ensure(mayCancelCouncil(ctx.actor, council, ctx.clock.now()));
    await cancel(ctx, council, reason);
  });
}

/** The council's work is done. */
export async function closeCouncil(ctx: Context, councilId: string): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const council = await holdCouncil(ctx, councilId);
    ensure(mayClose(ctx.actor, council));
    await close(ctx, council);
  });
}

const endedAtOnce = 100;

/** Ends what should have ended by now: a council that sits is closed, another is cancelled. */
export async function endOverdueCouncils(ctx: Context): Promise<void> {
  const overdue = await ctx.database.read.council.findMany({
    where: { termUntil: { lt: ctx.clock.now() }, state: { notIn: ['closed', 'cancelled'] } },
    orderBy: { termUntil: 'asc' },
    take: endedAtOnce,
    select: { id: true },
  });
  await eachByItself(overdue, ({ id }) =>
    inTransaction(ctx, async (ctx) => {
      const council = await holdCouncil(ctx, id);
      if (council.termUntil >= ctx.clock.now()) return;
      if (mayClose(ctx.actor, council).allowed) await close(ctx, council);
      else if (council.state !== 'closed' && council.state !== 'cancelled') await cancel(ctx, council, null);
    }),
  );
}
