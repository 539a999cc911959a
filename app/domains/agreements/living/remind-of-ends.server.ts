import type { Context, ReadContext, TransactionContext } from '../../context';
import { eachByItself } from '../../each-by-itself';
import { inTransaction } from '../../in-transaction.server';
import { heldAgreement, tellOfAgreement } from '../move-agreement.server';
import { continued, nearEnd } from '../waiting/waiting-agreements.server';
import { dayIn } from '~/lib/time/days';
import type { Prisma } from '~/platform/db/database.server';

const atOneTurn = 200;

/** Near their end, without notice, and not reminded of it: a reminder of before they were in force was one to sign. */
const unreminded = ({ clock, database }: ReadContext): Prisma.AgreementWhereInput => ({
  ...{ ...nearEnd(clock.now()), noticeOf: null },
  OR: [{ remindedAt: null }, { remindedAt: { lt: database.read.agreement.fields.inForceAt } }],
});

/** Once, before its last day, where nobody has given notice: its parties, who may renew it. */
export async function remindOfEnds(ctx: Context): Promise<void> {
  const ending = await ctx.database.read.agreement.findMany({
    where: unreminded(ctx),
    select: { id: true },
    orderBy: { id: 'asc' },
    take: atOneTurn,
  });
  await eachByItself(ending, ({ id }) => inTransaction(ctx, (ctx) => remindOfEnd(ctx, id)));
}

async function remindOfEnd(ctx: TransactionContext, id: string): Promise<void> {
  const agreement = await heldAgreement(ctx, id);
  const { count } = await ctx.prisma.agreement.updateMany({
    where: { AND: [{ id }, unreminded(ctx)] },
    data: { remindedAt: ctx.clock.now() },
  });
  if (count === 0 || !agreement.endsAt) return;
  const { goingOn } = await continued(ctx, [id]);
  if (goingOn.has(id)) return;
  const last = dayIn(agreement.endsAt, ctx.configuration.timeZone);
  await tellOfAgreement(ctx, agreement, { type: 'agreement.ends-soon', day: last });
}
