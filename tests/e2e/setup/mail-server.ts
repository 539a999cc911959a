import type { AddressInfo } from 'node:net';
import { simpleParser } from 'mailparser';
import type { ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';

export interface MailServer {
  url: string;
  mails: ParsedMail[];
  /** Waits for a mail to the address whose subject holds the words. */
  mailTo(address: string, subject: string | RegExp): Promise<ParsedMail>;
  stop(): Promise<void>;
}

/** A killed worker's jobs are taken over when its lease of a minute has run out. */
const patience = 90_000;

function isTo(mail: ParsedMail, address: string): boolean {
  const { to } = mail;
  return [to].flat().some((field) => field?.value.some((entry) => entry.address === address));
}

/** A real SMTP server on the loopback address that keeps what it gets. */
export async function startMailServer(): Promise<MailServer> {
  const mails: ParsedMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, _session, done) {
      simpleParser(stream).then(
        (mail) => {
          mails.push(mail);
          done();
        },
        (error: unknown) => done(error instanceof Error ? error : new Error(String(error))),
      );
    },
  });
  // A portal that is killed leaves its connections as it stands: that is the test's doing, and no fault of this server.
  server.on('error', (error: Error & { code?: string }) => {
    if (error.code !== 'ECONNRESET' && error.code !== 'EPIPE') throw error;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    async mailTo(address, subject) {
      const until = Date.now() + patience;
      while (Date.now() < until) {
        const found = mails.findLast(
          (mail) => isTo(mail, address) && new RegExp(subject).test(mail.subject ?? ''),
        );
        if (found) return found;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      const got = mails.filter((mail) => isTo(mail, address)).map((mail) => mail.subject);
      throw new Error(`No mail to ${address} about ${String(subject)}; there were: ${got.join(' | ')}`);
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
