import { enqueue } from '../jobs/enqueue.server';
import { newId } from '../ids';
import { sealWords } from './mail-words.server';
import { renderMail } from './render-mail';
import type { MailContent } from './render-mail';
import type { Configuration } from '../configuration.server';
import type { Reads, Transaction } from '../db/database.server';
import type { Locale } from '~/i18n/locale';
import type { PortalKeys } from '../keys/portal-keys.server';

export interface QueuedMail extends MailContent {
  recipient: string;
  personId: string | null;
  unsubscribeUrl: string | null;
  at: Date;
  /** Of which it tells. */
  eventId?: string;
  /** Of which it tells, where it tells of several. */
  eventIds?: readonly string[];
}

/** What a mail is rendered and sealed by. */
export interface MailPortal {
  configuration: Pick<Configuration, 'publicUrl'>;
  keys: PortalKeys;
  database: Reads;
  subjects: { portalName(portal: { database: Reads }, locale: Locale): Promise<string> };
}

/**
 * Writes a rendered mail and the job that sends it, in the transaction that causes it. Its words are sealed: the table,
 * its log and every copy of them hold no link that lets anyone in.
 */
export async function queueMail(tx: Transaction, portal: MailPortal, mail: QueuedMail): Promise<string> {
  const id = newId(mail.at);
  const name = await portal.subjects.portalName(portal, mail.locale);
  const { subject, text, html } = renderMail(mail, { name, publicUrl: portal.configuration.publicUrl });
  await tx.prisma.mail.create({
    data: {
      id,
      personId: mail.personId,
      recipient: mail.recipient,
      locale: mail.locale,
      subject,
      ...sealWords(portal.keys, { text, html, unsubscribeUrl: mail.unsubscribeUrl }),
      createdAt: mail.at,
      eventId: mail.eventId ?? null,
      eventIds: mail.eventIds ? JSON.stringify(mail.eventIds) : null,
    },
  });
  await enqueue(tx, { kind: 'mail', payload: { mailId: id }, runAt: mail.at, idempotencyKey: `mail:${id}` });
  return id;
}
