import nodemailer from 'nodemailer';
import { z } from 'zod';
import type { Clock } from '../clock';
import type { Database } from '../db/database.server';
import { PermanentFailure } from '../jobs/job-rows.server';

const payloadSchema = z.object({ mailId: z.string() });

export interface MailPorts {
  database: Database;
  clock: Clock;
  smtpUrl: string;
  from: string;
  publicUrl: string;
}

/** A mail server that hangs must not hold up the queue: the job is tried again later. */
const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };

type Transport = ReturnType<typeof nodemailer.createTransport>;

/** What the server says of this mail or this address, not of the connection or the account. */
const aboutTheMail = z.object({
  code: z.enum(['EENVELOPE', 'EMESSAGE']),
  responseCode: z.number().min(500).max(599),
});

/** Throws PermanentFailure where the server refuses the mail for good (RFC 5321, 4.2.1: 5yz is not to be repeated). */
async function sendOrGiveUp(transport: Transport, mail: Parameters<Transport['sendMail']>[0]): Promise<void> {
  try {
    await transport.sendMail(mail);
  } catch (error) {
    if (aboutTheMail.safeParse(error).success) throw new PermanentFailure(String(error));
    throw error;
  }
}

/**
 * The handler of jobs of kind `mail`. Without a mail server the mail stays in the table, where the mailbox
 * page of the demo shows it. The Message-ID is the mail's id: a mail sent twice is told apart by readers.
 */
export function mailHandler(ports: MailPorts) {
  const transport = ports.smtpUrl ? nodemailer.createTransport({ url: ports.smtpUrl, ...patience }) : null;
  return async (payload: unknown): Promise<void> => {
    const { mailId } = payloadSchema.parse(payload);
    const mail = await ports.database.read.mail.findUnique({ where: { id: mailId } });
    if (!mail || mail.sentAt || !transport) return;
    await sendOrGiveUp(transport, {
      from: ports.from,
      to: mail.recipient,
      subject: mail.subject,
      text: mail.text,
      html: mail.html,
      messageId: `<${mail.id}@${new URL(ports.publicUrl).hostname}>`,
      headers: {
        // No out-of-office notice answers it (RFC 3834).
        'Auto-Submitted': 'auto-generated',
        ...(mail.unsubscribeUrl && {
          'List-Unsubscribe': `<${mail.unsubscribeUrl}>`,
          'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
        }),
      },
    });
    await ports.database.transaction((tx) =>
      tx.prisma.mail.update({ where: { id: mail.id }, data: { sentAt: ports.clock.now() } }),
    );
  };
}
