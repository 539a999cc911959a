import { offersOf } from '../define-subject';
import type { Subject } from '../define-subject';
import { meetingEvents } from './events';
import { meetingLifecycle } from './lifecycle';

export const meetings: Subject = {
  name: 'meetings',
  kinds: {
    meeting: offersOf('it is convened by an office or a verified organisation, which answers for it', {
      followed: true,
      searched: 'meetings are found in their list, by time and area',
      published: true,
    }),
  },
  events: meetingEvents,
  lifecycles: { meeting: meetingLifecycle },
  listeners: [
    { kinds: ['person'], job: 'meetings.take-seats' },
    { kinds: ['organisation'], job: 'meetings.organisation-changed' },
  ],
};
