import { eventsOf, tellAgain } from './tell-again.server';
import type { Transaction } from '~/platform/db/database.server';

/** Takes away the notices and mails by which these events were told; what a waiting mail told beside comes again. */
export async function forgetNotices(tx: Transaction, eventIds: readonly string[], at: Date): Promise<void> {
  const where = { eventId: { in: [...eventIds] } };
  const told = await tx.prisma.notification.findMany({
    where,
    select: { personId: true },
    distinct: ['personId'],
  });
  await tx.prisma.notification.deleteMany({ where });
  await tx.prisma.mail.deleteMany({ where });
  const waiting = await tx.prisma.mail.findMany({
    where: {
      emptiedAt: null,
      personId: { in: told.map(({ personId }) => personId) },
      eventIds: { not: null },
    },
    select: { id: true, personId: true, eventIds: true },
  });
  const forgotten = new Set(eventIds);
  for (const { id, personId, eventIds: listed } of waiting) {
    const all = eventsOf(listed ?? '[]');
    const others = all.filter((one) => !forgotten.has(one));
    if (personId === null || others.length === all.length) continue;
    await tx.prisma.mail.delete({ where: { id } });
    await tellAgain(tx, { personId, eventIds: others, at });
  }
}
