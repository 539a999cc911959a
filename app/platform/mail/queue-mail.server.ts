import { enqueue } from '../jobs/enqueue.server';
import { newId } from '../ids';
import { renderMail } from './render-mail';
import type { MailContent } from './render-mail';
import type { Transaction } from '../db/database.server';

export interface QueuedMail extends MailContent {
  recipient: string;
  personId: string | null;
  unsubscribeUrl: string | null;
  at: Date;
  /** Of which it tells. */
  eventId?: string;
}

/** Writes a rendered mail and the job that sends it, in the transaction that causes it. */
export async function queueMail(tx: Transaction, mail: QueuedMail): Promise<string> {
  const id = newId(mail.at);
  const { text, html } = renderMail(mail);
  await tx.prisma.mail.create({
    data: {
      id,
      personId: mail.personId,
      recipient: mail.recipient,
      locale: mail.locale,
      subject: mail.subject,
      text,
      html,
      unsubscribeUrl: mail.unsubscribeUrl,
      createdAt: mail.at,
      eventId: mail.eventId ?? null,
    },
  });
  await enqueue(tx, { kind: 'mail', payload: { mailId: id }, runAt: mail.at, idempotencyKey: `mail:${id}` });
  return id;
}
