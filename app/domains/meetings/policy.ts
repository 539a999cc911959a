import { hasMandate, holdsRole, isWithin } from '../actor';
import type { Actor } from '../actor';
import { meetingLifecycle } from './lifecycle';
import { allow, deny } from '~/lib/decision';
import type { Decision } from '~/lib/decision';
import { transitionFrom } from '~/lib/lifecycle';

const offices = ['moderator', 'administrator'] as const;

/** Who convened a meeting: the organisation, where it was convened in its name. */
export interface ConvenedMeeting {
  areaId: string;
  organisationId: string | null;
}

/**
 * Meetings take people's time and speak for a place. So those convene who answer for it: moderators and administrators
 * of the area, and whoever acts with a mandate for a verified organisation that has its seat there or above.
 */
export function mayConvene(actor: Actor, areaId: string): Decision {
  if (actor.kind === 'visitor') return deny('signed-out');
  if (holdsRole(actor, offices, areaId)) return allow;
  const acting = actor.kind === 'person' ? actor.actingFor : null;
  return acting && hasMandate(acting) && isWithin(areaId, acting.areaId)
    ? allow
    : deny('meetings.not-convener');
}

/** Whether there is an area in which the actor may convene: their own offices tell where. */
export function mayConveneSomewhere(actor: Actor): Decision {
  if (actor.kind !== 'person') return deny('signed-out');
  const areas = [...actor.roles.map(({ areaId }) => areaId), actor.actingFor?.areaId];
  return areas.some((areaId) => areaId !== undefined && mayConvene(actor, areaId).allowed)
    ? allow
    : deny('meetings.not-convener');
}

/**
 * Whatever leads a meeting: who acts with a mandate for the organisation in whose name it was convened, and moderators
 * and administrators of the area. An organisation leads no other's meeting, nor the moderators'.
 */
export function mayLeadMeeting(actor: Actor, meeting: ConvenedMeeting): Decision {
  if (actor.kind === 'visitor') return deny('signed-out');
  if (holdsRole(actor, offices, meeting.areaId)) return allow;
  const acting = actor.kind === 'person' ? actor.actingFor : null;
  return acting && acting.organisationId === meeting.organisationId && hasMandate(acting)
    ? allow
    : deny('meetings.conveners-only');
}

/** Called off by who leads it, with the reason that all who were invited read. */
export function mayCancelMeeting(actor: Actor, meeting: ConvenedMeeting & { state: string }): Decision {
  if (!transitionFrom(meetingLifecycle, meeting.state, 'cancel')) return deny('meetings.over-already');
  return mayLeadMeeting(actor, meeting);
}

/** What is public everyone reads; else its conveners. Its twin: readableMeetings. */
export function mayReadMeeting(actor: Actor, meeting: ConvenedMeeting & { isPublic: boolean }): Decision {
  if (meeting.isPublic || holdsRole(actor, offices, meeting.areaId)) return allow;
  const own = actor.kind === 'person' ? actor.memberships : [];
  return own.some(({ organisationId }) => organisationId === meeting.organisationId)
    ? allow
    : deny('meetings.not-public');
}
