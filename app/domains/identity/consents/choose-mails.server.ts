import type { TransactionContext } from '../../context';
import { recordConsent, recordWithdrawal } from './record-consent.server';
import { lockRow } from '~/platform/db/lock-row';

/** How often by mail. Whoever turns mails on consents to them, and off takes that back; another number says nothing. */
export async function chooseMails(
  ctx: TransactionContext,
  { personId, mailFrequency, daily }: { personId: string; mailFrequency: string; daily: boolean },
): Promise<void> {
  await lockRow(ctx, 'Person', personId);
  const before = await ctx.prisma.person.findUniqueOrThrow({ where: { id: personId } });
  // The first daily mail tells what comes from now on, not all that ever came.
  const digestedAt = daily && mailFrequency !== 'none' ? (before.digestedAt ?? ctx.clock.now()) : null;
  await ctx.prisma.person.update({ where: { id: personId }, data: { mailFrequency, digestedAt } });
  const given = { personId, purpose: 'mails' } as const;
  if (before.mailFrequency === 'none' && mailFrequency !== 'none') await recordConsent(ctx, given);
  if (before.mailFrequency !== 'none' && mailFrequency === 'none') await recordWithdrawal(ctx, given);
}
