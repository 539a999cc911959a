import { gone } from '../held-on-persons';
import { rewriteEvent } from '../ledger/index.server';
import type { HeldOnPersons, HeldPerson } from '../held-on-persons';
import { erasedName } from '~/lib/texts/erased-name';
import type { Prisma, Transaction } from '~/platform/db/database.server';
import { kept } from '../held-terms';

const atOnce = 200;

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

/** Events that somebody is named in: beside those that they acted in, or that are about them. */
interface Naming {
  subjectKind: string;
  /** The field of the private part that says who is named; none where the person is the subject. */
  field?: string;
  /** Of these types alone. */
  types?: readonly string[];
}

const ownEvents = (id: string) => ({ OR: [{ actorPersonId: id }, { subjectKind: 'person', subjectId: id }] });
const eventsNaming = (id: string, { subjectKind, field, types }: Naming) => ({
  subjectKind,
  ...(types && { type: { in: [...types] } }),
  ...(field === undefined
    ? { subjectId: id }
    : { privateData: { contains: `${JSON.stringify(field)}:${JSON.stringify(id)}` } }),
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
  const holding = { publicData: { contains: JSON.stringify(displayName).slice(1, -1) } };
  const which = { ...(naming ? eventsNaming(id, naming) : ownEvents(id)), ...holding };
  const told = await rewriteTold(tx, which, withoutName(displayName));
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
  await rewriteTold(tx, eventsNaming(personId, naming), withoutWords(fields));
}

/** Puts other words into events and into the notices of them; answers who has these notices. */
async function rewriteTold(
  tx: Transaction,
  which: Prisma.EventWhereInput,
  change: Change,
): Promise<ReadonlySet<string>> {
  const told = new Set<string>();
  for (let after = 0; ;) {
    const events = await tx.prisma.event.findMany({
      where: { ...which, sequence: { gt: after } },
      orderBy: { sequence: 'asc' },
      take: atOnce,
      select: { id: true, sequence: true, publicData: true },
    });
    for (const event of events) {
      const publicData = change(event.publicData);
      if (publicData === event.publicData) continue;
      await rewriteEvent(tx, event.id, publicData);
      for (const personId of await rewriteNotices(tx, event.id, change)) told.add(personId);
    }
    if (events.length < atOnce) return told;
    after = events.at(-1)?.sequence ?? after;
  }
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
