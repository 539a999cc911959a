import { defineLifecycle } from '~/lib/lifecycle';

/** From handing in over the check by a moderator to service, and out of it. */
export const organisationLifecycle = defineLifecycle({
  initial: 'waiting',
  states: ['waiting', 'verified', 'refused', 'inactive', 'merged'],
  transitions: [
    { from: ['waiting'], event: 'verify', to: 'verified', by: ['moderator'] },
    { from: ['waiting'], event: 'refuse', to: 'refused', by: ['moderator'], requires: ['reason'] },
    { from: ['refused'], event: 'resubmit', to: 'waiting', by: ['owner'] },
    {
      from: ['verified'],
      event: 'deactivate',
      to: 'inactive',
      by: ['moderator'],
      requires: ['reason', 'no open orders'],
    },
    {
      from: ['verified', 'inactive'],
      event: 'merge',
      to: 'merged',
      by: ['administrator'],
      requires: ['reason', 'another organisation of the same kind, in service', 'no open orders'],
    },
    { from: ['inactive'], event: 'reactivate', to: 'verified', by: ['moderator'], requires: ['an owner'] },
    {
      from: ['waiting', 'verified', 'refused', 'inactive'],
      event: 'lose-owner',
      to: 'inactive',
      by: ['system'],
      requires: ['nobody is left who acts for it'],
    },
  ],
});
