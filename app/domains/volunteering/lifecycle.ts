import { defineLifecycle, stepOf } from '~/lib/lifecycle';

/** An activity: drafted, kept as a template, published, called off. */
export const opportunityLifecycle = defineLifecycle({
  initial: 'published',
  alsoBegins: ['draft'],
  states: ['draft', 'template', 'published', 'cancelled'],
  transitions: [
    { from: ['draft'], event: 'publish', to: 'published', by: ['organiser'] },
    { from: ['draft'], event: 'keep-as-template', to: 'template', by: ['organiser'] },
    { from: ['template'], event: 'keep-as-draft', to: 'draft', by: ['organiser'] },
    {
      from: ['published'],
      event: 'cancel',
      to: 'cancelled',
      by: ['organiser', 'moderator'],
      requires: ['reason'],
    },
  ],
});

/** A person's place in a shift. */
export const signUpLifecycle = defineLifecycle({
  initial: 'confirmed',
  alsoBegins: ['waiting'],
  states: ['confirmed', 'waiting', 'offered', 'withdrawn', 'lapsed', 'attended', 'absent', 'excused'],
  transitions: [
    // Who withdrew may come back: to a seat where one is free, else to the waiting list.
    { from: ['withdrawn', 'lapsed'], event: 'return', to: 'confirmed', by: ['volunteer'] },
    { from: ['withdrawn', 'lapsed'], event: 'wait-again', to: 'waiting', by: ['volunteer'] },
    { from: ['waiting'], event: 'offer', to: 'offered', by: ['system'] },
    { from: ['offered'], event: 'accept', to: 'confirmed', by: ['volunteer'] },
    { from: ['offered'], event: 'lapse', to: 'lapsed', by: ['system'] },
    // Comes without a seat, by the code on the spot or by the organiser's list.
    {
      from: ['withdrawn', 'lapsed', 'waiting'],
      event: 'walk-in',
      to: 'confirmed',
      by: ['volunteer', 'organiser'],
    },
    // The shift became smaller: who came last waits, before all others who wait.
    { from: ['confirmed', 'offered'], event: 'displace', to: 'waiting', by: ['organiser'] },
    { from: ['confirmed', 'waiting', 'offered'], event: 'withdraw', to: 'withdrawn', by: ['volunteer'] },
    {
      from: ['confirmed', 'attended', 'absent', 'excused'],
      event: 'attend',
      to: 'attended',
      by: ['organiser'],
      requires: ['hours'],
    },
    { from: ['confirmed', 'attended', 'absent', 'excused'], event: 'miss', to: 'absent', by: ['organiser'] },
    {
      from: ['confirmed', 'attended', 'absent', 'excused'],
      event: 'excuse',
      to: 'excused',
      by: ['organiser'],
    },
  ],
});

export const activeStates = stepOf(signUpLifecycle, 'withdraw').from;
const active = new Set<string>(activeStates);
/** Whoever has a seat, is offered one, or waits for one. */
export const isActive = (state: string | null): boolean => active.has(state ?? '');

export const leftStates = stepOf(signUpLifecycle, 'return').from;
const left = new Set<string>(leftStates);
/** Whoever has left, or let an offer lapse, and may come back. */
export const hasLeft = (state: string | null): boolean => left.has(state ?? '');

const expected = new Set<string>(stepOf(signUpLifecycle, 'attend').from);
/** Whoever can be recorded to have been there; also the excused who come all the same: the organiser decides later. */
export const isExpected = (state: string | null): boolean => expected.has(state ?? '');

const offered = new Set<string>(stepOf(signUpLifecycle, 'accept').from);
/** How somebody comes to a shift: on the seat that they have, on the one that they are offered, or without one. */
export const comesBy = (state: string | null): 'seat' | 'offer' | 'walk-in' => {
  if (isExpected(state)) return 'seat';
  return offered.has(state ?? '') ? 'offer' : 'walk-in';
};

/** What a business offers to those who serve. */
export const rewardLifecycle = defineLifecycle({
  initial: 'offered',
  states: ['offered', 'withdrawn'],
  transitions: [
    {
      from: ['offered'],
      event: 'withdraw',
      to: 'withdrawn',
      by: ['business', 'moderator'],
      requires: ['reason'],
    },
  ],
});

/** A piece that is kept for a volunteer. */
export const rewardClaimLifecycle = defineLifecycle({
  initial: 'kept',
  states: ['kept', 'handed-over', 'returned', 'lapsed'],
  transitions: [
    { from: ['kept'], event: 'hand-over', to: 'handed-over', by: ['business'], requires: ['code'] },
    { from: ['kept'], event: 'give-back', to: 'returned', by: ['volunteer', 'business', 'moderator'] },
    { from: ['kept'], event: 'lapse', to: 'lapsed', by: ['system'] },
  ],
});

/** What somebody who was helped wrote to those who served. */
export const thanksLifecycle = defineLifecycle({
  initial: 'waiting',
  states: ['waiting', 'passed-on', 'laid-aside'],
  transitions: [
    { from: ['waiting'], event: 'pass-on', to: 'passed-on', by: ['organiser'] },
    { from: ['waiting'], event: 'lay-aside', to: 'laid-aside', by: ['organiser'] },
  ],
});
