import { defineLifecycle } from '~/lib/lifecycle';

/** A ballot's life: rules and electorate are frozen by `open`; `close` counts once. */
export const ballotLifecycle = defineLifecycle({
  initial: 'scheduled',
  states: ['scheduled', 'open', 'closed', 'cancelled'],
  transitions: [
    { from: ['scheduled'], event: 'open', to: 'open', by: ['system'], requires: ['opensAt reached'] },
    { from: ['open'], event: 'close', to: 'closed', by: ['system'], requires: ['closesAt reached'] },
    {
      from: ['scheduled', 'open'],
      event: 'cancel',
      to: 'cancelled',
      by: ['organiser'],
      requires: ['reason'],
    },
  ],
});
