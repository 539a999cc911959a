import { defineLifecycle } from '~/lib/lifecycle';

/**
 * A ballot's life: rules and electorate are frozen by `open`; `end` refuses votes from the closing instant
 * on; `count` counts once.
 */
export const ballotLifecycle = defineLifecycle({
  initial: 'scheduled',
  states: ['scheduled', 'open', 'counting', 'closed', 'cancelled'],
  transitions: [
    { from: ['scheduled'], event: 'open', to: 'open', by: ['system'], requires: ['opensAt reached'] },
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
