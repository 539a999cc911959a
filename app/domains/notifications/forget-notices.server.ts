import type { Transaction } from '~/platform/db/database.server';

/** Takes away the notices and mails by which these events were told. */
export async function forgetNotices(tx: Transaction, eventIds: readonly string[]): Promise<void> {
  const where = { eventId: { in: [...eventIds] } };
  await tx.prisma.notification.deleteMany({ where });
  await tx.prisma.mail.deleteMany({ where });
}
