import { defineLifecycle } from '~/lib/lifecycle';

/**
 * For how many others one person may vote at most: what the rules of village committees' elections allow (Organic Law
 * of Villagers' Committees and the provinces' election rules: no more than three).
 */
export const mostEntrusted = 3;

/** One person's wish that another votes in their name, until the vote is over. */
export const entrustingLifecycle = defineLifecycle({
  initial: 'offered',
  states: ['offered', 'accepted', 'declined', 'revoked'],
  transitions: [
    { from: ['offered'], event: 'accept', to: 'accepted', by: ['whoever holds the link'] },
    { from: ['offered'], event: 'decline', to: 'declined', by: ['whoever holds the link'] },
    { from: ['accepted'], event: 'give-back', to: 'declined', by: ['whoever took it on'] },
    { from: ['offered', 'accepted'], event: 'revoke', to: 'revoked', by: ['whoever entrusted'] },
  ],
});

/** How a paper that one person cast for another is known, where a ballot's key is at hand. */
export const casterFor = (fromPersonId: string, toPersonId: string) => `${fromPersonId} by ${toPersonId}`;
