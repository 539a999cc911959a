import { defineLifecycle } from '~/lib/lifecycle';

/**
 * From the founding over invitation, list and drawing to the council that sits. Whatever has not ended when the council's
 * time is over ends then: nothing stays in between.
 */
export const councilLifecycle = defineLifecycle({
  initial: 'draft',
  states: ['draft', 'inviting', 'listed', 'drawn', 'seated', 'closed', 'cancelled'],
  transitions: [
    { from: ['draft'], event: 'change', to: 'draft', by: ['organiser'] },
    { from: ['draft'], event: 'invite', to: 'inviting', by: ['organiser'], requires: ['number', 'seed'] },
    {
      from: ['inviting'],
      event: 'invite-more',
      to: 'inviting',
      by: ['organiser'],
      requires: ['number', 'seed', 'before the last day for volunteers'],
    },
    { from: ['inviting'], event: 'change-bounds', to: 'inviting', by: ['organiser'] },
    {
      from: ['inviting'],
      event: 'list',
      to: 'listed',
      by: ['organiser'],
      requires: ['after the last day for volunteers', 'a panel', 'the event that gives the seed'],
    },
    {
      from: ['listed'],
      event: 'draw',
      to: 'drawn',
      by: ['organiser'],
      requires: ['the time of the event', 'seed or balls'],
    },
    { from: ['drawn'], event: 'seat', to: 'seated', by: ['organiser'], requires: ['nobody is still asked'] },
    { from: ['drawn', 'seated'], event: 'close', to: 'closed', by: ['organiser', 'system'] },
    {
      from: ['draft', 'inviting', 'listed'],
      event: 'cancel',
      to: 'cancelled',
      by: ['organiser', 'system'],
      requires: ['reason', 'before the event that gives the seed'],
    },
  ],
});

/** Of one person who was drawn to be asked: from the invitation to a seat, and out of it. */
export const candidateLifecycle = defineLifecycle({
  initial: 'invited',
  states: ['invited', 'volunteered', 'declined', 'drawn', 'accepted', 'left'],
  transitions: [
    {
      from: ['invited', 'volunteered', 'declined'],
      event: 'volunteer',
      to: 'volunteered',
      by: ['the person'],
      requires: ['a value for each feature', 'before the last day for volunteers'],
    },
    { from: ['invited', 'volunteered'], event: 'decline', to: 'declined', by: ['the person'] },
    { from: ['volunteered'], event: 'draw', to: 'drawn', by: ['organiser'] },
    { from: ['drawn'], event: 'accept', to: 'accepted', by: ['the person'] },
    { from: ['drawn', 'accepted'], event: 'leave', to: 'left', by: ['the person', 'organiser'] },
  ],
});
