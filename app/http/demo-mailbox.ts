import type { Configuration } from '~/platform/configuration.server';

/** Whether /mailbox shows the mails: only where the demo runs and nothing is really sent. */
export function showsMailbox({ demoMode, smtpUrl }: Configuration): boolean {
  return demoMode && smtpUrl === '';
}
