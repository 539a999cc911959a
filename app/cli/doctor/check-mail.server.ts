import { detailOf, fault } from './finding';
import type { Finding } from './finding';

const longestWait = 10_000;

/** Whether the mail server lets the portal in; nothing is sent. */
export async function mailFaults(smtpUrl: string): Promise<Finding[]> {
  if (smtpUrl === '') return [];
  const { createTransport } = await import('nodemailer');
  const waits = {
    connectionTimeout: longestWait,
    greetingTimeout: longestWait,
    socketTimeout: longestWait,
  };
  const transport = createTransport({ url: smtpUrl, ...waits });
  try {
    await transport.verify();
    return [];
  } catch (error) {
    return [fault('mail-fails', { detail: detailOf(error) })];
  } finally {
    transport.close();
  }
}
