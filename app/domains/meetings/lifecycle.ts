import { defineLifecycle } from '~/lib/lifecycle';

/**
 * From the invitation over the meeting itself to minutes that those present have approved. What never took place, or had
 * no quorum, is called off: nothing stays in between.
 */
export const meetingLifecycle = defineLifecycle({
  initial: 'convened',
  states: ['convened', 'in-session', 'in-approval', 'published', 'cancelled'],
  transitions: [
    { from: ['convened'], event: 'change', to: 'convened', by: ['convener'] },
    {
      from: ['convened'],
      event: 'begin',
      to: 'in-session',
      by: ['convener'],
      requires: ['the time of the beginning'],
    },
    {
      from: ['in-session'],
      event: 'lay-minutes',
      to: 'in-approval',
      by: ['convener'],
      requires: ['minutes', 'somebody present'],
    },
    { from: ['in-approval'], event: 'revise', to: 'in-session', by: ['convener'] },
    {
      from: ['in-approval'],
      event: 'publish',
      to: 'published',
      by: ['system'],
      requires: ['approved by those present, or nobody objects within the term'],
    },
    {
      from: ['convened', 'in-session'],
      event: 'cancel',
      to: 'cancelled',
      by: ['convener'],
      requires: ['reason', 'no decision'],
    },
  ],
});
