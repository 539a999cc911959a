import type { Transaction } from '~/platform/db/database.server';

interface About {
  subjectKind: string;
  subjectId: string;
}

/**
 * Puts other words in place of an event's: a name is taken out of it. What happened, when and by whom stays. What opened
 * its entry in the public log goes with the words; the event is entered anew, in place of that one.
 */
export async function rewriteEvent(tx: Transaction, id: string, publicData: string): Promise<void> {
  await tx.prisma.event.update({ where: { id }, data: { publicData } });
  // Asked after the event is held: who enters it at the same time has done so, or enters the new words.
  const entry = await tx.prisma.logEntry.findUnique({ where: { eventId: id }, select: { index: true } });
  if (!entry) return;
  await tx.prisma.logEntry.update({
    where: { index: entry.index },
    data: { eventId: null, secret: null },
  });
  await tx.prisma.logDue.create({ data: { eventId: id, replaces: entry.index } });
}

/** Puts other words into the events of these types about a thing, as `rewriteEvent`; what `change` leaves alone stays. */
export async function rewriteEventsAbout(
  tx: Transaction,
  { types, ...about }: About & { types: readonly string[] },
  change: (said: Record<string, unknown>) => Record<string, unknown>,
): Promise<void> {
  const events = await tx.prisma.event.findMany({
    where: { ...about, type: { in: [...types] } },
    orderBy: { sequence: 'asc' },
    select: { id: true, publicData: true },
  });
  for (const { id, publicData } of events) {
    const said = JSON.parse(publicData) as Record<string, unknown>;
    const changed = change(said);
    if (changed !== said) await rewriteEvent(tx, id, JSON.stringify(changed));
  }
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
