import { defineLifecycle } from '~/lib/lifecycle';

/**
 * A ballot's life: rules and electorate are frozen by `open`; `end` refuses votes from the closing instant
 * on; `count` counts once. `importing` is a ballot of which a file is still being read: it is shown nowhere, and removed
 * where that is broken off.
 */
export const ballotLifecycle = defineLifecycle({
  initial: 'scheduled',
  alsoBegins: ['importing'],
  states: ['scheduled', 'importing', 'open', 'counting', 'closed', 'cancelled'],
  transitions: [
    { from: ['scheduled'], event: 'change', to: 'scheduled', by: ['organiser'], requires: ['reason'] },
    { from: ['scheduled'], event: 'open', to: 'open', by: ['system'], requires: ['opensAt reached'] },
    {
      from: ['importing'],
      event: 'import',
      to: 'counting',
      by: ['system'],
      requires: ['as many papers as the file has votes'],
    },
    { from: ['open'], event: 'end', to: 'counting', by: ['system'], requires: ['closesAt reached'] },
    {
      from: ['counting'],
      event: 'count',
      to: 'closed',
      by: ['system'],
      requires: ['sheets of paper, if any were handed out, entered and settled'],
    },
    {
      from: ['scheduled', 'open', 'counting'],
      event: 'cancel',
      to: 'cancelled',
      by: ['organiser'],
      requires: ['reason'],
    },
  ],
});
