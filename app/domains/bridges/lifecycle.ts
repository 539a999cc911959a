import { defineLifecycle } from '~/lib/lifecycle';

/** A system that tells us, and a server that we send to: switched off and on. */
const switched = defineLifecycle({
  initial: 'active',
  states: ['active', 'disabled'],
  transitions: [
    { from: ['active'], event: 'disable', to: 'disabled', by: ['administrator'] },
    { from: ['disabled'], event: 'enable', to: 'active', by: ['administrator'] },
  ],
});
export const sourceLifecycle = switched;
export const targetLifecycle = switched;

/** An address that is told of events. */
export const endpointLifecycle = defineLifecycle({
  initial: 'active',
  states: ['active', 'disabled', 'removed'],
  transitions: [
    { from: ['active'], event: 'disable', to: 'disabled', by: ['administrator', 'system'] },
    { from: ['disabled'], event: 'enable', to: 'active', by: ['administrator'] },
    { from: ['active', 'disabled'], event: 'remove', to: 'removed', by: ['administrator'] },
  ],
});

/** One event on its way to one address. */
export const deliveryLifecycle = defineLifecycle({
  initial: 'waiting',
  states: ['waiting', 'delivered', 'dead'],
  transitions: [
    { from: ['waiting'], event: 'try-again', to: 'waiting', by: ['system'] },
    { from: ['waiting'], event: 'deliver', to: 'delivered', by: ['system'] },
    { from: ['waiting'], event: 'give-up', to: 'dead', by: ['system'] },
    { from: ['delivered', 'dead'], event: 'replay', to: 'waiting', by: ['administrator'] },
  ],
});

/** An order on its way to another server. What may have arrived without an answer is uncertain. */
export const sentOrderLifecycle = defineLifecycle({
  initial: 'waiting',
  states: ['waiting', 'uncertain', 'sent', 'failed', 'closed'],
  transitions: [
    { from: ['waiting', 'uncertain'], event: 'claim', to: 'uncertain', by: ['system'] },
    {
      from: ['uncertain'],
      event: 'put-back',
      to: 'waiting',
      by: ['system'],
      requires: ['it did not arrive'],
    },
    { from: ['uncertain'], event: 'look-again', to: 'uncertain', by: ['system'] },
    { from: ['uncertain'], event: 'record-sent', to: 'sent', by: ['system'] },
    { from: ['uncertain'], event: 'fail', to: 'failed', by: ['system'] },
    { from: ['failed'], event: 'send-again', to: 'uncertain', by: ['moderator', 'administrator'] },
    { from: ['sent', 'closed'], event: 'follow-open', to: 'sent', by: ['system'] },
    { from: ['sent', 'closed'], event: 'follow-closed', to: 'closed', by: ['system'] },
  ],
});
