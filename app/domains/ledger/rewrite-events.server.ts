import type { Transaction } from '~/platform/db/database.server';

interface About {
  subjectKind: string;
  subjectId: string;
}

/** Puts other words in place of an event's: a name is taken out of it. What happened, when and by whom stays. */
export async function rewriteEvent(tx: Transaction, id: string, publicData: string): Promise<void> {
  await tx.prisma.event.update({ where: { id }, data: { publicData } });
}

/** Puts other words in place of those of all events about some things of a kind that are not public. */
export async function rewriteConfidentialEvents(
  tx: Transaction,
  { subjectKind, subjectIds }: { subjectKind: string; subjectIds: readonly string[] },
  publicData: Record<string, unknown>,
): Promise<void> {
  await tx.prisma.event.updateMany({
    where: { subjectKind, subjectId: { in: [...subjectIds] }, isPublic: false },
    data: { publicData: JSON.stringify(publicData) },
  });
}

/** Forgets whom the events of these types about a thing tell; whoever is not told yet is told no more. Answers their ids. */
export async function forgetWhoIsTold(
  tx: Transaction,
  { types, ...about }: About & { types: readonly string[] },
): Promise<string[]> {
  const where = { ...about, type: { in: [...types] } };
  const events = await tx.prisma.event.findMany({ where, select: { id: true } });
  const ids = events.map(({ id }) => id);
  await tx.prisma.event.updateMany({
    where: { ...where, privateData: { not: null } },
    data: { privateData: null },
  });
  const jobs = ids.map((id) => `notify:${id}`);
  await tx.prisma.outboxJob.deleteMany({ where: { idempotencyKey: { in: jobs } } });
  return ids;
}
