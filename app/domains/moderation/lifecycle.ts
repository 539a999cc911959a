import { defineLifecycle } from '~/lib/lifecycle';

/** What waits for the moderators of an area. What they decided without being asked begins settled. */
export const queueItemLifecycle = defineLifecycle({
  initial: 'open',
  alsoBegins: ['settled'],
  states: ['open', 'settled'],
  transitions: [
    { from: ['open'], event: 'settle', to: 'settled', by: ['moderator', 'system'] },
    {
      from: ['settled'],
      event: 'wait-anew',
      to: 'open',
      by: ['moderator'],
      requires: ['the decision is undone'],
    },
  ],
});
