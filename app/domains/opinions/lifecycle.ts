import { defineLifecycle } from '~/lib/lifecycle';

/** A conversation's life: `end` refuses answers from the closing instant on; `report` publishes and forgets who. */
export const conversationLifecycle = defineLifecycle({
  initial: 'open',
  states: ['open', 'analysing', 'closed', 'cancelled'],
  transitions: [
    { from: ['open'], event: 'extend', to: 'open', by: ['moderator'], requires: ['closesAt', 'reason'] },
    { from: ['open'], event: 'end', to: 'analysing', by: ['system'], requires: ['closesAt reached'] },
    { from: ['open'], event: 'end-early', to: 'analysing', by: ['moderator'], requires: ['reason'] },
    { from: ['analysing'], event: 'report', to: 'closed', by: ['system'] },
    { from: ['open'], event: 'cancel', to: 'cancelled', by: ['moderator'], requires: ['reason'] },
  ],
});

/** A statement's life while its conversation is open. */
export const statementLifecycle = defineLifecycle({
  initial: 'waiting',
  states: ['waiting', 'shown', 'refused'],
  transitions: [
    { from: ['waiting'], event: 'show-at-once', to: 'shown', by: ['system'] },
    { from: ['waiting', 'refused'], event: 'accept', to: 'shown', by: ['moderator'] },
    { from: ['waiting', 'shown'], event: 'refuse', to: 'refused', by: ['moderator'], requires: ['reason'] },
  ],
});
