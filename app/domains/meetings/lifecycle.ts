import { defineLifecycle } from '~/lib/lifecycle';

/** A meeting is convened, and called off as long as it has not been held. */
export const meetingLifecycle = defineLifecycle({
  initial: 'convened',
  states: ['convened', 'cancelled'],
  transitions: [
    { from: ['convened'], event: 'cancel', to: 'cancelled', by: ['convener'], requires: ['reason'] },
  ],
});
