import { defineLifecycle } from '~/lib/lifecycle';

/** 受理 → 派单 → 接单或退单 → 办结 → 回访 → 评价归档. A matter that is not solved is reopened once. */
export const workOrderLifecycle = defineLifecycle({
  initial: 'registered',
  states: ['registered', 'dispatched', 'accepted', 'returned', 'done', 'solved', 'archived'],
  transitions: [
    {
      from: ['registered', 'returned'],
      event: 'dispatch',
      to: 'dispatched',
      by: ['moderator'],
      requires: ['department', 'deadline'],
    },
    { from: ['dispatched'], event: 'accept', to: 'accepted', by: ['department'] },
    { from: ['dispatched'], event: 'return', to: 'returned', by: ['department'], requires: ['reason'] },
    { from: ['accepted'], event: 'finish', to: 'done', by: ['department'], requires: ['report'] },
    { from: ['done'], event: 'confirm', to: 'solved', by: ['system'], requires: ['call-back'] },
    { from: ['done'], event: 'reopen', to: 'dispatched', by: ['system'], requires: ['call-back'] },
    { from: ['done'], event: 'archive-unsolved', to: 'archived', by: ['system'], requires: ['call-back'] },
    { from: ['solved'], event: 'archive', to: 'archived', by: ['moderator'] },
  ],
});
export type WorkOrderEvent = (typeof workOrderLifecycle.transitions)[number]['event'];

/** Days after which those who did not answer the call-back are counted as silent. */
export const silentAfterDays = 7;
/** Days of the deadline that dispatching proposes. */
export const usualDays = 15;
