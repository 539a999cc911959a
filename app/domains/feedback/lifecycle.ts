import { defineLifecycle } from '~/lib/lifecycle';

/** Days within which feedback is answered or dispatched: 济南、潍坊 rules give five working days. */
export const answerDays = 7;

/** From a question to the administration to an answer, or to work that those who asked have checked. */
export const feedbackLifecycle = defineLifecycle({
  initial: 'submitted',
  states: ['submitted', 'dispatched', 'answered', 'solved', 'evaluated', 'refused', 'withdrawn'],
  transitions: [
    { from: ['submitted'], event: 'answer', to: 'answered', by: ['moderator'], requires: ['words'] },
    { from: ['submitted'], event: 'refuse', to: 'refused', by: ['moderator'], requires: ['words'] },
    { from: ['submitted', 'answered'], event: 'dispatch', to: 'dispatched', by: ['moderator'] },
    { from: ['submitted'], event: 'withdraw', to: 'withdrawn', by: ['author'] },
    { from: ['dispatched'], event: 'finish', to: 'solved', by: ['system'] },
    // Every order that took it up was refused: so is it.
    { from: ['dispatched'], event: 'lose-orders', to: 'refused', by: ['system'], requires: ['words'] },
    { from: ['solved'], event: 'reopen', to: 'dispatched', by: ['system'] },
    { from: ['solved'], event: 'evaluate', to: 'evaluated', by: ['system'] },
  ],
});
export type FeedbackEvent = (typeof feedbackLifecycle.transitions)[number]['event'];
