import { defineLifecycle } from '~/lib/lifecycle';

/** What a person says about where they live, until a moderator of the place has looked at it. */
export const residenceLifecycle = defineLifecycle({
  initial: 'waiting',
  states: ['waiting', 'confirmed', 'refused'],
  transitions: [
    { from: ['waiting'], event: 'confirm', to: 'confirmed', by: ['moderator'] },
    { from: ['waiting'], event: 'refuse', to: 'refused', by: ['moderator'], requires: ['reason'] },
  ],
});
