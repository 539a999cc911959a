import { setTimeout as pause } from 'node:timers/promises';
import type { Transporter } from 'nodemailer';
import { z } from 'zod';
import { emptyWords, openWords } from './mail-words.server';
import type { Clock } from '../clock';
import { faultOf } from '../db/database-fault';
import type { Database } from '../db/database.server';
import type { PortalKeys } from '../keys/portal-keys.server';
import { PermanentFailure } from '../jobs/job-rows.server';

const payloadSchema = z.object({ mailId: z.string() });

/** A mail that was written and is not sent yet: to whom it goes, and of which events it tells. */
export interface WaitingMail {
  id: string;
  personId: string | null;
  eventId: string | null;
  /** A JSON list of ids, of a mail of several events. */
  eventIds: string | null;
}

export interface MailPorts {
  database: Database;
  clock: Clock;
  smtpUrl: string;
  from: string;
  /** What the portal is called in a language: it stands before an address that is configured without a name. */
  named?: (locale: string) => Promise<string>;
  publicUrl: string;
  keys: PortalKeys;
  /** Asked when the mail is sent: whether its recipient may not be told of it any more. */
  isWithheld?: (mail: WaitingMail) => Promise<boolean>;
}

/** A mail server that hangs must not hold up the queue: the job is tried again later. */
const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };

/** Made with the first mail: reading the client takes time that a start does not have to give. */
function transportTo(url: string): () => Promise<Transporter> {
  let made: Promise<Transporter> | undefined;
  const make = async () => (await import('nodemailer')).default.createTransport({ url, ...patience });
  return () => (made ??= make());
}

/** What the server says of this mail or this address, not of the connection or the account. */
const aboutTheMail = z.object({
  code: z.enum(['EENVELOPE', 'EMESSAGE']),
  responseCode: z.number().min(500).max(599),
});

/** Throws PermanentFailure where the server refuses the mail for good (RFC 5321, 4.2.1: 5yz is not to be repeated). */
async function sendOrGiveUp(
  transport: Transporter,
  mail: Parameters<Transporter['sendMail']>[0],
): Promise<void> {
  try {
    await transport.sendMail(mail);
  } catch (error) {
    if (aboutTheMail.safeParse(error).success) throw new PermanentFailure(String(error));
    throw error;
  }
}

/** As configured with a name; an address alone goes out under the portal's. */
async function senderOf({ from, named }: MailPorts, locale: string) {
  return named && !from.includes('<') ? { name: await named(locale), address: from } : from;
}

/** Nothing is left of what may not be told any more. */
async function dropMail({ database, clock }: MailPorts, id: string): Promise<void> {
  await database.transaction((tx) =>
    tx.prisma.mail.updateMany({ where: { id }, data: { subject: '', ...emptyWords(clock.now()) } }),
  );
}

const restsMilliseconds = [100, 200, 400, 800, 1600, 3200, 6400, 12_800];

/** The mail server has it: where the database is away just now it is noted as soon as it is back, or it would be sent twice. */
async function noteSent({ database, clock }: MailPorts, id: string): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      const data = { sentAt: clock.now(), ...emptyWords(clock.now()) };
      await database.transaction((tx) => tx.prisma.mail.updateMany({ where: { id }, data }));
      return;
    } catch (error) {
      const rest = restsMilliseconds[attempt];
      if (rest === undefined || faultOf(error) === null) throw error;
      await pause(rest);
    }
  }
}

/**
 * The handler of jobs of kind `mail`. Without a mail server the mail stays in the table, where the mailbox
 * page of the demo shows it. Once sent, its words are emptied. The Message-ID is the mail's id: a mail sent twice is told apart by readers.
 */
export function mailHandler(ports: MailPorts) {
  const transport = ports.smtpUrl ? transportTo(ports.smtpUrl) : null;
  return async (payload: unknown): Promise<void> => {
    const { mailId } = payloadSchema.parse(payload);
    const mail = await ports.database.read.mail.findUnique({ where: { id: mailId } });
    if (!mail || mail.sentAt || mail.emptiedAt || !transport) return;
    if (await ports.isWithheld?.(mail)) return dropMail(ports, mail.id);
    const { text, html, unsubscribeUrl } = openWords(ports.keys, mail);
    await sendOrGiveUp(await transport(), {
      from: await senderOf(ports, mail.locale),
      to: mail.recipient,
      subject: mail.subject,
      text,
      html,
      messageId: `<${mail.id}@${new URL(ports.publicUrl).hostname}>`,
      headers: {
        // No out-of-office notice answers it (RFC 3834).
        'Auto-Submitted': 'auto-generated',
        ...(unsubscribeUrl && {
          'List-Unsubscribe': `<${unsubscribeUrl}>`,
          'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
        }),
      },
    });
    await noteSent(ports, mail.id);
  };
}
