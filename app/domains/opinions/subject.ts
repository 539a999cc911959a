import { offersOf } from '../define-subject';
import type { Subject } from '../define-subject';
import { opinionEvents } from './events';
import { conversationLifecycle, statementLifecycle } from './lifecycle';

export const opinions: Subject = {
  name: 'opinions',
  kinds: {
    conversation: offersOf('a conversation is opened by an office; people speak in its statements', {
      followed: true,
      searched: 'conversations are found in their list, and from the proposal that they belong to',
      published: true,
    }),
    statement: offersOf(
      'a statement is answered in its conversation, and moderators see it before or after',
      {
        followed: 'whoever follows the conversation is told of what comes of it',
        published: true,
      },
    ),
  },
  events: opinionEvents,
  lifecycles: { conversation: conversationLifecycle, statement: statementLifecycle },
  queueKinds: ['statement'],
};
