import { defineLifecycle } from '~/lib/lifecycle';

/** A person's place in a shift. */
export const signUpLifecycle = defineLifecycle({
  initial: 'confirmed',
  states: ['confirmed', 'waiting', 'withdrawn', 'attended', 'absent'],
  transitions: [
    { from: ['waiting'], event: 'move-up', to: 'confirmed', by: ['system'] },
    { from: ['confirmed', 'waiting'], event: 'withdraw', to: 'withdrawn', by: ['volunteer'] },
    {
      from: ['confirmed', 'absent'],
      event: 'attend',
      to: 'attended',
      by: ['organiser'],
      requires: ['hours'],
    },
    { from: ['confirmed', 'attended'], event: 'miss', to: 'absent', by: ['organiser'] },
  ],
});
