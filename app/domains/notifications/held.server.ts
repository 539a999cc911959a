import { gone } from '../held-on-persons';
import { rewriteEventsNaming } from '../ledger/index.server';
import type { Naming, WhichEvents } from '../ledger/index.server';
import type { HeldOnPersons, HeldPerson } from '../held-on-persons';
import { erasedName } from '~/lib/texts/erased-name';
import type { Transaction } from '~/platform/db/database.server';
import { kept } from '../held-terms';

type Change = (json: string) => string;

/** The JSON with every text that is the name replaced by the word for an erased person. */
const withoutName =
  (name: string): Change =>
  (json) =>
    JSON.stringify(JSON.parse(json), (_key, value: unknown) => (value === name ? erasedName : value));

/** The JSON with the fields emptied. */
const withoutWords =
  (fields: readonly string[]): Change =>
  (json) =>
    JSON.stringify(JSON.parse(json), (key, value: unknown) =>
      fields.includes(key) && typeof value === 'string' ? '' : value,
    );

/**
 * Takes the name of who is being erased out of events, and of what others were told by them: of their own ones, or of
 * those of a subject that names others than who acts. The subject says so, in its own `erase`.
 */
export async function takeOutName(
  tx: Transaction,
  { id, displayName }: HeldPerson,
  naming?: Naming,
): Promise<void> {
  const told = await rewriteTold(tx, { personId: id, naming, saying: displayName }, withoutName(displayName));
  for (const personId of told) await takeOutOfSubjects(tx, personId, displayName);
}

/**
 * Empties what was typed by or about who is being erased, as a reason or an objection, in the events of a subject that
 * name the person, and in what others were told by them. The subject says so, in its own `erase`.
 */
export async function takeOutWords(
  tx: Transaction,
  personId: string,
  { fields, ...naming }: Naming & { fields: readonly string[] },
): Promise<void> {
  await rewriteTold(tx, { personId, naming }, withoutWords(fields));
}

/** Puts other words into events and into the notices of them; answers who has these notices. */
async function rewriteTold(
  tx: Transaction,
  which: WhichEvents,
  change: Change,
): Promise<ReadonlySet<string>> {
  const told = new Set<string>();
  for (const eventId of await rewriteEventsNaming(tx, which, change))
    for (const personId of await rewriteNotices(tx, eventId, change)) told.add(personId);
  return told;
}

async function rewriteNotices(tx: Transaction, eventId: string, change: Change): Promise<string[]> {
  const notices = await tx.prisma.notification.findMany({
    where: { eventId },
    select: { id: true, personId: true, data: true },
  });
  for (const { id, data } of notices)
    await tx.prisma.notification.update({ where: { id }, data: { data: change(data) } });
  return notices.map(({ personId }) => personId);
}

async function takeOutOfSubjects(tx: Transaction, personId: string, name: string): Promise<void> {
  const holds = tx.engine === 'sqlite' ? 'instr("subject", ?) > 0' : 'strpos("subject", ?) > 0';
  await tx.sql.run(`UPDATE "Mail" SET "subject" = '' WHERE "personId" = ? AND ${holds}`, [personId, name]);
}

export const heldInNotifications: HeldOnPersons = {
  models: {
    Follow: { personId: gone },
    MutedTopic: { personId: gone },
    NoticeSetting: { personId: gone },
    NoticeWay: { personId: gone },
    PushDevice: { personId: gone },
    MailBundle: { personId: gone },
    Notification: { personId: gone },
    Mail: { personId: gone, recipient: { ...gone, by: 'email' } },
    TextMessage: { personId: gone },
  },
  terms: {
    Follow: kept.account,
    Mail: kept.days(180, 'createdAt'),
    // Asked for half an hour after the mail has gone, so that the next one keeps its distance.
    MailBundle: kept.days(1, 'at', { key: 'personId' }),
    MutedTopic: kept.account,
    TextMessage: kept.days(180, 'createdAt'),
    NoticeSetting: kept.account,
    NoticeWay: kept.account,
    // Until the person signs out there or takes it off the list, or its service does not know it any more.
    PushDevice: kept.account,
    Notification: kept.days(730, 'createdAt'),
  },
  secret: [
    ...['text', 'html', 'unsubscribeUrl', 'sealedNumber', 'sealedWords'],
    ...['endpointKey', 'sealedKeys', 'sessionKey'],
  ],
  erase: (ctx, person) => takeOutName(ctx, person),
};
