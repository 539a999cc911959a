import { defineLifecycle } from '~/lib/lifecycle';

/** Days until the next step is due, and whose it is. */
export const gatheringDays = 60;
export const reviewDays = 15;

/** From a draft to a checked result: voice → deliberation → decision → work → result. */
export const proposalLifecycle = defineLifecycle({
  initial: 'draft',
  states: [
    'draft',
    'gathering',
    'review',
    'voting',
    'adopted',
    'declined',
    'implementing',
    'done',
    'evaluated',
    'withdrawn',
    'expired',
    'merged',
  ],
  transitions: [
    { from: ['draft'], event: 'publish', to: 'gathering', by: ['author'] },
    {
      from: ['draft', 'gathering'],
      event: 'withdraw',
      to: 'withdrawn',
      by: ['author'],
      requires: ['reason'],
    },
    { from: ['gathering'], event: 'reach-threshold', to: 'review', by: ['system'] },
    { from: ['gathering'], event: 'expire', to: 'expired', by: ['system'] },
    { from: ['gathering', 'review'], event: 'adopt', to: 'adopted', by: ['moderator'], requires: ['answer'] },
    {
      from: ['gathering', 'review'],
      event: 'decline',
      to: 'declined',
      by: ['moderator'],
      requires: ['answer'],
    },
    {
      from: ['gathering', 'review'],
      event: 'merge',
      to: 'merged',
      by: ['moderator'],
      requires: ['into', 'reason'],
    },
    {
      from: ['merged'],
      event: 'unmerge-to-gathering',
      to: 'gathering',
      by: ['moderator'],
      requires: ['reason'],
    },
    { from: ['merged'], event: 'unmerge-to-review', to: 'review', by: ['moderator'], requires: ['reason'] },
    // Undoing a merge takes away the endorsements by which the other reached its threshold.
    { from: ['review'], event: 'lose-threshold', to: 'gathering', by: ['moderator'] },
    { from: ['review'], event: 'enter-ballot', to: 'voting', by: ['moderator'] },
    { from: ['voting'], event: 'win-ballot', to: 'adopted', by: ['system'] },
    { from: ['voting'], event: 'lose-ballot', to: 'declined', by: ['system'] },
    { from: ['voting'], event: 'cancel-ballot', to: 'review', by: ['moderator'], requires: ['reason'] },
    { from: ['review', 'adopted'], event: 'start', to: 'implementing', by: ['moderator'] },
    { from: ['implementing'], event: 'finish', to: 'done', by: ['system'] },
    // Every order that took it up was refused: it waits for another.
    { from: ['implementing'], event: 'lose-orders', to: 'adopted', by: ['system'], requires: ['reason'] },
    { from: ['done'], event: 'reopen', to: 'implementing', by: ['system'] },
    { from: ['done'], event: 'evaluate', to: 'evaluated', by: ['system'] },
  ],
});

export type ProposalEvent = (typeof proposalLifecycle.transitions)[number]['event'];
