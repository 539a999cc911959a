import { gone } from '../held-on-persons';
import { rewriteEvent } from '../ledger/index.server';
import type { HeldOnPersons, HeldPerson } from '../held-on-persons';
import type { Transaction } from '~/platform/db/database.server';

const erasedName = '已注销用户';
const atOnce = 200;

/** The JSON with every text that is the name replaced by the word for an erased person. */
function withoutName(json: string, name: string): string {
  return JSON.stringify(JSON.parse(json), (_key, value: unknown) => (value === name ? erasedName : value));
}

/** Events that somebody is named in: beside those that they acted in, or that are about them. */
interface Naming {
  subjectKind: string;
  /** The field of the private part that says who is named. */
  field: string;
}

const ownEvents = (id: string) => ({ OR: [{ actorPersonId: id }, { subjectKind: 'person', subjectId: id }] });
const eventsNaming = (id: string, { subjectKind, field }: Naming) => ({
  subjectKind,
  privateData: { contains: `${JSON.stringify(field)}:${JSON.stringify(id)}` },
});

/**
 * Takes the name of who is being erased out of events, and of what others were told by them: of their own ones, or of
 * those of a subject that names others than who acts. The subject says so, in its own `erase`.
 */
export async function takeOutName(
  tx: Transaction,
  { id, displayName }: HeldPerson,
  naming?: Naming,
): Promise<void> {
  const which = naming ? eventsNaming(id, naming) : ownEvents(id);
  for (let after = 0; ;) {
    const events = await tx.prisma.event.findMany({
      where: {
        ...which,
        sequence: { gt: after },
        publicData: { contains: JSON.stringify(displayName).slice(1, -1) },
      },
      orderBy: { sequence: 'asc' },
      take: atOnce,
      select: { id: true, sequence: true, publicData: true },
    });
    for (const event of events) {
      const publicData = withoutName(event.publicData, displayName);
      if (publicData === event.publicData) continue;
      await rewriteEvent(tx, event.id, publicData);
      await takeOutOfNotices(tx, event.id, displayName);
    }
    if (events.length < atOnce) return;
    after = events.at(-1)?.sequence ?? after;
  }
}

async function takeOutOfNotices(tx: Transaction, eventId: string, name: string): Promise<void> {
  const notices = await tx.prisma.notification.findMany({
    where: { eventId },
    select: { id: true, personId: true, data: true },
  });
  const holds = tx.engine === 'sqlite' ? 'instr("subject", ?) > 0' : 'strpos("subject", ?) > 0';
  for (const { id, personId, data } of notices) {
    await tx.prisma.notification.update({ where: { id }, data: { data: withoutName(data, name) } });
    await tx.sql.run(`UPDATE "Mail" SET "subject" = '' WHERE "personId" = ? AND ${holds}`, [personId, name]);
  }
}

export const heldInNotifications: HeldOnPersons = {
  models: {
    Follow: { personId: gone },
    Notification: { personId: gone },
    Mail: { personId: gone, recipient: { ...gone, by: 'email' } },
  },
  secret: ['text', 'html', 'unsubscribeUrl'],
  erase: (ctx, person) => takeOutName(ctx, person),
};
