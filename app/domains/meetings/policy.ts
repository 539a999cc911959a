import { hasMandate, holdsRole, isWithin } from '../actor';
import type { Actor, Membership } from '../actor';
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

export interface SeatHolder {
  personId: string | null;
  organisationId: string | null;
}

export interface MeetingFacts extends ConvenedMeeting {
  isPublic: boolean;
  state: string;
  seats: readonly SeatHolder[];
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
 * and administrators of the area, so that none is left without a head. An organisation leads no other's meeting.
 */
export function mayLeadMeeting(actor: Actor, meeting: ConvenedMeeting): Decision {
  if (actor.kind === 'visitor') return deny('signed-out');
  if (holdsRole(actor, offices, meeting.areaId)) return allow;
  const acting = actor.kind === 'person' ? actor.actingFor : null;
  return acting && acting.organisationId === meeting.organisationId && hasMandate(acting)
    ? allow
    : deny('meetings.conveners-only');
}

type LedEvent = 'change' | 'lay-minutes' | 'revise';

interface RecordedMeeting extends MeetingFacts {
  minutes: string;
  seats: readonly (SeatHolder & { presentAt: Date | null })[];
}

function mayTake(actor: Actor, meeting: MeetingFacts, event: LedEvent): Decision {
  const step = transitionFrom(meetingLifecycle, meeting.state, event);
  return step ? mayLeadMeeting(actor, meeting) : deny(`meetings.${reasonOf(meeting.state)}`);
}

/** Why a step cannot be taken from a state. */
function reasonOf(state: string): string {
  if (state === 'cancelled') return 'is-cancelled';
  if (state === 'convened') return 'not-begun';
  return state === 'in-session' ? 'in-session' : 'over-already';
}

/** Time, place, seats and agenda, until it has begun. */
export const mayChangeMeeting = (actor: Actor, meeting: MeetingFacts): Decision =>
  mayTake(actor, meeting, 'change');

/** Who leads the meeting ends it, by laying its minutes before those present: there must be both. */
export function mayLayMinutes(actor: Actor, meeting: RecordedMeeting): Decision {
  const led = mayTake(actor, meeting, 'lay-minutes');
  if (!led.allowed) return led;
  if (meeting.seats.every(({ presentAt }) => presentAt === null)) return deny('meetings.nobody-present');
  return meeting.minutes.trim() === '' ? deny('meetings.no-minutes') : allow;
}

/** Minutes that somebody objects to, or that were laid too early, go back to who writes them. */
export const mayReviseMinutes = (actor: Actor, meeting: MeetingFacts): Decision =>
  mayTake(actor, meeting, 'revise');

/** Not before its time: nobody is present at what has not begun. Where nobody is invited nobody can come, or decide. */
export function mayBeginMeeting(
  actor: Actor,
  meeting: MeetingFacts & { startsAt: Date },
  now: Date,
): Decision {
  if (!transitionFrom(meetingLifecycle, meeting.state, 'begin'))
    return deny(meeting.state === 'in-session' ? 'meetings.in-session' : 'meetings.over-already');
  const led = mayLeadMeeting(actor, meeting);
  if (!led.allowed) return led;
  if (meeting.seats.length === 0) return deny('meetings.nobody-invited');
  return now < meeting.startsAt ? deny('meetings.too-early') : allow;
}

/** Attendance, minutes and decisions are recorded while the meeting is in session, by who leads it. */
export function mayRecord(actor: Actor, meeting: MeetingFacts): Decision {
  return meeting.state === 'in-session'
    ? mayLeadMeeting(actor, meeting)
    : deny(`meetings.${reasonOf(meeting.state)}`);
}

/** What was made public after the session is recorded by who leads the meeting, once its minutes are laid. */
export function mayRecordPublication(actor: Actor, meeting: MeetingFacts): Decision {
  return meeting.state === 'in-approval' || meeting.state === 'published'
    ? mayLeadMeeting(actor, meeting)
    : deny(`meetings.${reasonOf(meeting.state)}`);
}

/** Called off by who leads it, with the reason that all who were invited read; never over what was decided. */
export function mayCancelMeeting(actor: Actor, meeting: MeetingFacts & { decided: number }): Decision {
  if (!transitionFrom(meetingLifecycle, meeting.state, 'cancel')) return deny('meetings.over-already');
  return meeting.decided > 0 ? deny('meetings.has-decided') : mayLeadMeeting(actor, meeting);
}

/** The organisations whose seats the person may take: those that gave a mandate. */
export function mandatesOf(actor: Actor): Membership[] {
  return actor.kind === 'person' ? actor.memberships.filter(hasMandate) : [];
}

/** The seat is the person's own, or that of an organisation for which they hold a mandate. */
export function isOwnSeat(actor: Actor, seat: SeatHolder): boolean {
  if (actor.kind !== 'person') return false;
  if (seat.personId !== null) return seat.personId === actor.personId;
  return mandatesOf(actor).some(({ organisationId }) => organisationId === seat.organisationId);
}

/** Conveners and those invited: they read who was invited, and the minutes before they are published. */
export function mayReadInside(actor: Actor, meeting: MeetingFacts): Decision {
  if (holdsRole(actor, offices, meeting.areaId)) return allow;
  const own = actor.kind === 'person' ? actor.memberships : [];
  if (own.some(({ organisationId }) => organisationId === meeting.organisationId)) return allow;
  return meeting.seats.some((seat) => isOwnSeat(actor, seat)) ? allow : deny('meetings.not-public');
}

/**
 * When and where it is: of public meetings everyone, else conveners and those invited. What those present have approved
 * is public in any case. Its twin: readableMeetings.
 */
export function mayReadMeeting(actor: Actor, meeting: MeetingFacts): Decision {
  return meeting.isPublic || meeting.state === 'published' ? allow : mayReadInside(actor, meeting);
}

/**
 * What it was convened for, purpose and agenda: of a meeting that is not public never more people than were invited.
 * Those present have approved the minutes, and neither of these stands in them. Its twin: readableAgendas.
 */
export function mayReadAgenda(actor: Actor, meeting: MeetingFacts): Decision {
  return meeting.isPublic ? allow : mayReadInside(actor, meeting);
}

/** Those invited answer until the meeting begins. */
export function mayAnswerSeat(actor: Actor, meeting: MeetingFacts, seat: SeatHolder): Decision {
  if (actor.kind === 'visitor') return deny('signed-out');
  if (!isOwnSeat(actor, seat)) return deny('meetings.not-invited');
  return meeting.state === 'convened' ? allow : deny('meetings.answer-too-late');
}

/**
 * Whether a name stands beside a seat decides who bears it: the person invited, or who answered for the organisation,
 * also when they no longer act for it.
 */
export function mayShowName(
  actor: Actor,
  seat: SeatHolder & { representativeId: string | null; answeredAt: Date | null },
): Decision {
  if (actor.kind !== 'person') return deny('signed-out');
  const bearer = seat.personId ?? seat.representativeId;
  return seat.answeredAt && bearer === actor.personId ? allow : deny('meetings.not-your-name');
}

/** Minutes are approved or objected to by those who were there, each for their seat. */
export function mayGiveVerdict(
  actor: Actor,
  meeting: MeetingFacts,
  seat: SeatHolder & { presentAt: Date | null },
): Decision {
  if (actor.kind === 'visitor') return deny('signed-out');
  if (meeting.state !== 'in-approval') return deny('meetings.not-in-approval');
  if (!isOwnSeat(actor, seat)) return deny('meetings.not-invited');
  return seat.presentAt ? allow : deny('meetings.was-not-present');
}

/** A decision is carried out once the minutes in which it stands are published: until then it may be corrected. */
export function mayCarryOut(
  actor: Actor,
  meeting: MeetingFacts,
  decision: { result: string; outcomeId: string | null; doneAt: Date | null },
): Decision {
  if (meeting.state !== 'published') return deny('meetings.not-published');
  if (decision.result !== 'carried') return deny('meetings.not-carried');
  if (decision.outcomeId !== null) return deny('meetings.taken-up-already');
  return decision.doneAt ? deny('meetings.done-already') : mayLeadMeeting(actor, meeting);
}

/** Settled by who leads the meeting, or by who was made responsible. */
export function maySettleDecision(
  actor: Actor,
  meeting: MeetingFacts,
  decision: {
    result: string;
    doneAt: Date | null;
    responsibleKind: string | null;
    responsibleId: string | null;
  },
): Decision {
  if (meeting.state !== 'published') return deny('meetings.not-published');
  if (decision.result !== 'carried') return deny('meetings.not-carried');
  if (decision.doneAt) return deny('meetings.done-already');
  const { responsibleKind: kind, responsibleId } = decision;
  const holder = {
    personId: kind === 'person' ? responsibleId : null,
    organisationId: kind === 'organisation' ? responsibleId : null,
  };
  if (responsibleId !== null && isOwnSeat(actor, holder)) return allow;
  return mayLeadMeeting(actor, meeting);
}
