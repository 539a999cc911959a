import { recordedAs } from './choices';
import { defineLifecycle, stepOf } from '~/lib/lifecycle';

/** An entry: stated, taken on by the office, looked after, over. Whoever it is about ends it at any time. */
export const careNeedLifecycle = defineLifecycle({
  initial: 'stated',
  alsoBegins: ['asked'],
  states: ['asked', 'stated', 'accepted', 'declined', 'active', 'ended', 'withdrawn'],
  transitions: [
    // Stated by somebody else for a person with an account: that person says first whether they agree.
    { from: ['asked'], event: 'agree', to: 'stated', by: ['the person'], requires: ['consent'] },
    {
      from: ['stated'],
      event: 'accept',
      to: 'accepted',
      by: ['staff'],
      requires: ['a look with its purpose'],
    },
    { from: ['stated'], event: 'decline', to: 'declined', by: ['staff'], requires: ['reason'] },
    { from: ['accepted'], event: 'begin', to: 'active', by: ['staff'], requires: ['a planned contact'] },
    {
      from: ['accepted', 'active'],
      event: 'end',
      to: 'ended',
      by: ['staff', 'system'],
      requires: ['reason'],
    },
    {
      from: ['asked', 'stated', 'accepted', 'active'],
      event: 'withdraw',
      to: 'withdrawn',
      by: ['the person', 'who stated it', 'system'],
    },
  ],
});

export const liveStates = stepOf(careNeedLifecycle, 'withdraw').from;
const live = new Set<string>(liveStates);
/** Not over: there are words, and something may be asked of it. */
export const isLive = (state: string): boolean => live.has(state);

export const lookedAfterStates = stepOf(careNeedLifecycle, 'end').from;
const lookedAfter = new Set<string>(lookedAfterStates);
/** The office has taken it on. */
export const isLookedAfter = (state: string): boolean => lookedAfter.has(state);

/** A visit or a check call. */
export const careTaskLifecycle = defineLifecycle({
  initial: 'planned',
  states: [
    ...(['planned', 'offered', 'accepted', 'done', 'not-met', 'follow-up'] as const),
    ...(['missed', 'seen-to', 'cancelled'] as const),
  ],
  transitions: [
    { from: ['planned', 'offered'], event: 'offer', to: 'offered', by: ['staff'], requires: ['a volunteer'] },
    { from: ['planned', 'offered'], event: 'take', to: 'accepted', by: ['staff'] },
    { from: ['offered'], event: 'accept', to: 'accepted', by: ['who is asked'] },
    { from: ['offered', 'accepted'], event: 'give-back', to: 'planned', by: ['who is asked', 'system'] },
    { from: ['accepted'], event: 'record-done', to: 'done', by: ['who does it'], requires: ['words'] },
    { from: ['accepted'], event: 'record-not-met', to: 'not-met', by: ['who does it'] },
    {
      from: ['accepted'],
      event: 'record-follow-up',
      to: 'follow-up',
      by: ['who does it'],
      requires: ['words'],
    },
    { from: ['planned', 'offered', 'accepted'], event: 'miss', to: 'missed', by: ['system'] },
    { from: ['missed', 'not-met', 'follow-up'], event: 'see-to', to: 'seen-to', by: ['staff'] },
    {
      from: ['planned', 'offered', 'accepted'],
      event: 'cancel',
      to: 'cancelled',
      by: ['the person', 'who stated it', 'staff', 'system'],
    },
  ],
});

export const comingStates = stepOf(careTaskLifecycle, 'cancel').from;
const coming = new Set<string>(comingStates);
/** It is still to come, or lasts. */
export const isComing = (state: string): boolean => coming.has(state);

export const unsettledStates = stepOf(careTaskLifecycle, 'see-to').from;
const unsettled = new Set<string>(unsettledStates);
/** Nobody was met, nobody came, or more is to be done: the staff sees to it. */
export const isUnsettled = (state: string): boolean => unsettled.has(state);

const recorded = new Set<string>([...recordedAs, 'seen-to']);
/** There may be a record, against which the person may say something. */
export const isRecorded = (state: string): boolean => recorded.has(state);

export const givenBackFrom = stepOf(careTaskLifecycle, 'give-back').from;
const withDoer = new Set<string>(givenBackFrom);
/** Somebody is asked to do it, or is to do it. */
export const isWithDoer = (state: string): boolean => withDoer.has(state);

/** What somebody says against their place in the order. */
export const careContestLifecycle = defineLifecycle({
  initial: 'open',
  states: ['open', 'granted', 'refused', 'dropped'],
  transitions: [
    { from: ['open'], event: 'grant', to: 'granted', by: ['the next office'], requires: ['answer'] },
    { from: ['open'], event: 'refuse', to: 'refused', by: ['the next office'], requires: ['answer'] },
    { from: ['open'], event: 'drop', to: 'dropped', by: ['system'] },
  ],
});

/**
 * Who offers to visit or call; who was refused may come back with what was wanting. Whose organisation was merged into
 * another does what they have promised, and is asked for nothing new before the staff has vetted them for the other.
 */
export const careVolunteerLifecycle = defineLifecycle({
  initial: 'offered',
  states: ['offered', 'vetted', 'carried-over', 'refused', 'ended'],
  transitions: [
    { from: ['offered', 'carried-over', 'refused'], event: 'vet', to: 'vetted', by: ['staff'] },
    {
      from: ['vetted'],
      event: 'carry-over',
      to: 'carried-over',
      by: ['system'],
      requires: ['the organisation was merged into another'],
    },
    { from: ['offered', 'carried-over'], event: 'refuse', to: 'refused', by: ['staff'] },
    {
      from: ['offered', 'vetted', 'carried-over'],
      event: 'end',
      to: 'ended',
      by: ['the volunteer', 'staff', 'system'],
    },
    { from: ['refused', 'ended'], event: 'offer-again', to: 'offered', by: ['the volunteer'] },
  ],
});

export const offeringStates = stepOf(careVolunteerLifecycle, 'end').from;
const offering = new Set<string>(offeringStates);
/** Waits for the staff to vet them. */
export const toVetStates = stepOf(careVolunteerLifecycle, 'refuse').from;
const toVet = new Set<string>(toVetStates);
export const isToVet = (state: string): boolean => toVet.has(state);

/** The offer waits for an answer, or stands. */
export const isOffering = (state: string): boolean => offering.has(state);
