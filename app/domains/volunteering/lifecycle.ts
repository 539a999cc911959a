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
    // Comes without a seat, by the code on the spot.
    { from: ['withdrawn', 'lapsed', 'waiting'], event: 'walk-in', to: 'confirmed', by: ['volunteer'] },
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
