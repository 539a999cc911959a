import { defineLifecycle } from '~/lib/lifecycle';

/** From a draft of all parties, over a text that is frozen and signed, to what is in force. */
export const agreementLifecycle = defineLifecycle({
  initial: 'draft',
  states: ['draft', 'frozen', 'in-force', 'declined', 'withdrawn'],
  transitions: [
    { from: ['draft'], event: 'edit', to: 'draft', by: ['party'] },
    { from: ['draft'], event: 'freeze', to: 'frozen', by: ['initiator'] },
    { from: ['frozen'], event: 'thaw', to: 'draft', by: ['initiator'], requires: ['nobody has signed'] },
    {
      from: ['frozen'],
      event: 'sign',
      to: 'frozen',
      by: ['signatory'],
      requires: ['password', 'content hash'],
    },
    { from: ['frozen'], event: 'complete', to: 'in-force', by: ['system'], requires: ['all have signed'] },
    {
      from: ['frozen'],
      event: 'withdraw',
      to: 'withdrawn',
      by: ['party', 'moderator'],
      requires: ['reason'],
    },
    { from: ['frozen'], event: 'decline', to: 'declined', by: ['signatory'], requires: ['reason'] },
  ],
});
