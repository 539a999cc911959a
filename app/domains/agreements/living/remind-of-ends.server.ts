import type { Context, TransactionContext } from '../../context';
import { eachByItself } from '../../each-by-itself';
import { inTransaction } from '../../in-transaction.server';
import { heldAgreement, tellOfAgreement } from '../move-agreement.server';
import { endDays } from '../waiting/asks';
import { dayIn } from '~/lib/time/days';

const day = 24 * 3600_000;
const atOneTurn = 200;

/** Once, before its last day, where nobody has given notice: its parties, who may renew it. */
export async function remindOfEnds(ctx: Context): Promise<void> {
  const now = ctx.clock.now();
  const ending = await ctx.database.read.agreement.findMany({
    where: {
      ...{ state: 'in-force', noticeOf: null, remindedAt: null },
      endsAt: { gte: now, lt: new Date(now.getTime() + endDays * day) },
    },
    select: { id: true },
    orderBy: { id: 'asc' },
    take: atOneTurn,
  });
  await eachByItself(ending, ({ id }) => inTransaction(ctx, (ctx) => remindOfEnd(ctx, id)));
}

async function remindOfEnd(ctx: TransactionContext, id: string): Promise<void> {
  const agreement = await heldAgreement(ctx, id);
  const { endsAt, remindedAt, state, noticeOf } = agreement;
  if (!endsAt || noticeOf || remindedAt || state !== 'in-force') return;
  const continued = await ctx.prisma.agreement.count({
    where: {
      ...{ continuesId: id, continuesAs: { in: ['amendment', 'renewal'] } },
      state: { in: ['draft', 'frozen', 'in-force'] },
    },
  });
  await ctx.prisma.agreement.update({ where: { id }, data: { remindedAt: ctx.clock.now() } });
  if (continued > 0) return;
  const last = dayIn(endsAt, ctx.configuration.timeZone);
  await tellOfAgreement(ctx, agreement, { type: 'agreement.ends-soon', day: last });
}
