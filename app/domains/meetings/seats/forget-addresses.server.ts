import type { Context } from '../../context';
import { inTransaction } from '../../in-transaction.server';
import type { Transaction } from '~/platform/db/database.server';

/** So long after its time a meeting that nobody ended is taken for over. */
const keptDays = 90;

/** Forgets the addresses that were invited: once a meeting is over or called off, nobody is found or told by them. */
export async function forgetAddresses(tx: Transaction, meetingId: string): Promise<void> {
  await tx.prisma.meetingSeat.updateMany({
    where: { meetingId, email: { not: null } },
    data: { email: null },
  });
}

/** The same of meetings that were never ended. */
export async function forgetOldAddresses(ctx: Context): Promise<void> {
  const before = new Date(ctx.clock.now().getTime() - keptDays * 24 * 3600_000);
  await inTransaction(ctx, (ctx) =>
    ctx.prisma.meetingSeat.updateMany({
      where: { email: { not: null }, meeting: { endsAt: { lt: before } } },
      data: { email: null },
    }),
  );
}
