import { defineLifecycle } from '~/lib/lifecycle';

/** A person's place in a shift. */
export const signUpLifecycle = defineLifecycle({
  initial: 'confirmed',
  alsoBegins: ['waiting'],
  states: ['confirmed', 'waiting', 'withdrawn', 'attended', 'absent'],
  transitions: [
    // Who withdrew may come back: to a seat where one is free, else to the waiting list.
    { from: ['withdrawn'], event: 'return', to: 'confirmed', by: ['volunteer'] },
    { from: ['withdrawn'], event: 'wait-again', to: 'waiting', by: ['volunteer'] },
    { from: ['waiting'], event: 'move-up', to: 'confirmed', by: ['system'] },
    { from: ['confirmed', 'waiting'], event: 'withdraw', to: 'withdrawn', by: ['volunteer'] },
    {
      from: ['confirmed', 'attended', 'absent'],
      event: 'attend',
      to: 'attended',
      by: ['organiser'],
      requires: ['hours'],
    },
    { from: ['confirmed', 'attended', 'absent'], event: 'miss', to: 'absent', by: ['organiser'] },
  ],
});
