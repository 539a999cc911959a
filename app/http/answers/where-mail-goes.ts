import type { WhereMailGoes } from '~/lib/where-mail-goes';
import type { Configuration } from '~/platform/configuration.server';

export function whereMailGoes({ demoMode, smtpUrl }: Configuration): WhereMailGoes {
  if (smtpUrl !== '') return 'out';
  return demoMode ? 'mailbox' : 'nowhere';
}
