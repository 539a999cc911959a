import { isWithin } from '../actor';
import type { Actor, PersonActor } from '../actor';
import {
  careNeedLifecycle,
  careTaskLifecycle,
  isComing,
  isLive,
  isLookedAfter,
  isRecorded,
  isUnsettled,
  isWithDoer,
} from './lifecycle';
import { isLasting } from './rules/lasting';
import { allow, deny } from '~/lib/decision';
import type { Decision } from '~/lib/decision';
import { significantDigits } from '~/lib/geo/division-code';
import { transitionFrom } from '~/lib/lifecycle';

export interface NeedFacts {
  areaId: string;
  state: string;
  personId: string | null;
  statedBy: string | null;
  /** What was said against its place in the order waits for an answer. */
  contested: boolean;
}

export interface TaskFacts {
  state: string;
  startsAt: Date;
  endsAt: Date;
  doneBy: string | null;
  /** For which a volunteer comes; null for somebody of the staff. */
  organisationId: string | null;
  need: NeedFacts;
}

export interface VolunteerFacts {
  personId: string;
  areaId: string;
  organisationId: string;
  state: string;
}

const isPerson = (actor: Actor): actor is PersonActor => actor.kind === 'person';

/** The verified organisations in service to which the person belongs. */
export const verifiedOrganisations = (actor: PersonActor): string[] =>
  actor.memberships
    .filter(({ verified, inactive }) => verified && inactive !== true)
    .map(({ organisationId }) => organisationId);

const isVerifiedMember = (actor: PersonActor, organisationId: string): boolean =>
  verifiedOrganisations(actor).includes(organisationId);

/**
 * Asked to do it or doing it: a volunteer as long as they belong to the organisation for which they were vetted, somebody
 * of the staff as long as they look after the place.
 */
function isDoer(actor: PersonActor, { doneBy, organisationId, state, need }: TaskFacts): boolean {
  const belongs =
    organisationId === null ? looksAfter(actor, need.areaId) : isVerifiedMember(actor, organisationId);
  return doneBy === actor.personId && belongs && isWithDoer(state);
}

/** Whose need it is, or who stated it. */
export const isConcerned = (actor: Actor, need: Pick<NeedFacts, 'personId' | 'statedBy'>): boolean =>
  isPerson(actor) && [need.personId, need.statedBy].includes(actor.personId);

/**
 * The areas whose entries are the actor's business: those of staff whose role is held in a grid or a community. An office
 * further up has no visits to make, and reads nothing.
 */
export const careAreas = (actor: Actor): string[] =>
  isPerson(actor)
    ? actor.roles
        .filter(({ role, areaId }) => role === 'staff' && areaId.length >= significantDigits.community)
        .map(({ areaId }) => areaId)
    : [];

const looksAfter = (actor: Actor, areaId: string): boolean =>
  careAreas(actor).some((own) => isWithin(areaId, own));

/** The areas in which the actor is the next office: administrators answer what is said against the staff's order. */
export const officeAreas = (actor: Actor): string[] =>
  isPerson(actor)
    ? actor.roles.filter(({ role }) => role === 'administrator').map(({ areaId }) => areaId)
    : [];

/**
 * Those concerned, the staff of the grid or community once the person has agreed, and the next office as long as something
 * that was said against the order waits for its answer.
 */
export function mayReadNeed(actor: Actor, need: NeedFacts): Decision {
  if (actor.kind === 'system') return allow;
  if (!isPerson(actor)) return deny('signed-out');
  const isShown = need.state !== 'asked' && looksAfter(actor, need.areaId);
  if (isConcerned(actor, need) || isShown) return allow;
  const next = need.contested && officeAreas(actor).some((own) => isWithin(need.areaId, own));
  return next ? allow : deny('care.not-yours');
}

/** Those concerned, the staff, and whoever is asked to do it or does it: nobody before, and nobody after. */
export function mayReadTask(actor: Actor, task: TaskFacts): Decision {
  if (actor.kind === 'system') return allow;
  if (!isPerson(actor)) return deny('signed-out');
  if (isConcerned(actor, task.need) || looksAfter(actor, task.need.areaId)) return allow;
  return isDoer(actor, task) ? allow : deny('care.task-over');
}

/** The volunteer, and the staff where they offer to help. */
export function mayReadVolunteer(actor: Actor, { personId, areaId }: VolunteerFacts): Decision {
  if (actor.kind === 'system') return allow;
  if (!isPerson(actor)) return deny('signed-out');
  return actor.personId === personId || looksAfter(actor, areaId) ? allow : deny('care.not-yours');
}

/** Whoever has a confirmed address, so that the answer reaches them. */
export function mayState(actor: Actor): Decision {
  if (!isPerson(actor)) return deny('signed-out');
  return actor.emailConfirmed ? allow : deny('confirm-address-first');
}

function mayTake(
  need: NeedFacts,
  event: (typeof careNeedLifecycle)['transitions'][number]['event'],
): Decision {
  return transitionFrom(careNeedLifecycle, need.state, event) ? allow : deny('care.changed-meanwhile');
}

/** The person alone says whether somebody else may speak for them. */
export function mayAgree(actor: Actor, need: NeedFacts): Decision {
  if (!isPerson(actor)) return deny('signed-out');
  return actor.personId === need.personId ? mayTake(need, 'agree') : deny('care.not-yours');
}

/** Those concerned put right what is said, as long as it is asked for. */
export function mayCorrect(actor: Actor, need: NeedFacts): Decision {
  if (!isPerson(actor)) return deny('signed-out');
  if (!isConcerned(actor, need)) return deny('care.not-yours');
  return isLive(need.state) ? allow : deny('care.over');
}

/** Those concerned take it back at any time, without a reason. */
export function mayWithdraw(actor: Actor, need: NeedFacts): Decision {
  if (!isPerson(actor)) return deny('signed-out');
  return isConcerned(actor, need) ? mayTake(need, 'withdraw') : deny('care.not-yours');
}

/** The staff of the grid or community, for others than themselves. */
export function mayLookAfter(actor: Actor, need: NeedFacts): Decision {
  if (!isPerson(actor)) return deny('signed-out');
  if (!looksAfter(actor, need.areaId)) return deny('care.staff-only');
  return isConcerned(actor, need) ? deny('care.own-entry') : allow;
}

/** Opening what is sealed: while there is something sealed. */
export function mayLook(actor: Actor, need: NeedFacts): Decision {
  const after = mayLookAfter(actor, need);
  if (!after.allowed) return after;
  return isLive(need.state) && need.state !== 'asked' ? allow : deny('care.nothing-to-open');
}

/** Whoever decides on an entry has opened it before. */
export function mayDecide(actor: Actor, need: NeedFacts, event: 'accept' | 'decline' | 'end'): Decision {
  const after = mayLookAfter(actor, need);
  return after.allowed ? mayTake(need, event) : after;
}

/** Visits and calls are planned for an entry that the office has taken on. */
export function mayPlan(actor: Actor, need: NeedFacts): Decision {
  const after = mayLookAfter(actor, need);
  if (!after.allowed) return after;
  return isLookedAfter(need.state) ? allow : deny('care.not-accepted');
}

/** Asking a volunteer, or taking it on: until somebody has said yes. */
export function mayAssign(actor: Actor, task: TaskFacts): Decision {
  const after = mayLookAfter(actor, task.need);
  if (!after.allowed) return after;
  return transitionFrom(careTaskLifecycle, task.state, 'offer') ? allow : deny('care.task-taken');
}

/** A vetted volunteer of the place, who is none of those concerned. */
export function mayBeAsked(volunteer: VolunteerFacts, need: NeedFacts): Decision {
  const concerned = [need.personId, need.statedBy].includes(volunteer.personId);
  const vetted = volunteer.state === 'vetted' && isWithin(need.areaId, volunteer.areaId);
  return vetted && !concerned ? allow : deny('care.not-vetted');
}

/** Whoever is asked says yes or no, until the time is over. */
export function mayAnswerTask(actor: Actor, task: TaskFacts, now: Date): Decision {
  if (!isPerson(actor)) return deny('signed-out');
  if (!isDoer(actor, task) || task.state !== 'offered') return deny('care.task-over');
  return now <= task.endsAt ? allow : deny('care.task-over');
}

/** Who is asked or has said yes may say no, or no longer. */
export function mayGiveBack(actor: Actor, task: TaskFacts): Decision {
  if (!isPerson(actor)) return deny('signed-out');
  return isDoer(actor, task) ? allow : deny('care.task-over');
}

const isDoing = (actor: Actor, task: TaskFacts) =>
  isPerson(actor) && isDoer(actor, task) && task.state === 'accepted';

/** Whoever has said yes reads form of address, place and what to do, until it is recorded or over. */
export const maySeeTask = (actor: Actor, task: TaskFacts): Decision =>
  isDoing(actor, task) ? allow : deny('care.accept-first');

/** The phone number is opened while the task lasts, each time on record. */
export function mayOpenPhone(actor: Actor, task: TaskFacts, now: Date): Decision {
  const sees = maySeeTask(actor, task);
  if (!sees.allowed) return sees;
  return isLasting(task, now) ? allow : deny('care.not-yet');
}

/** Recorded by whoever was there, from its beginning on. */
export function mayRecord(actor: Actor, task: TaskFacts, now: Date): Decision {
  const sees = maySeeTask(actor, task);
  if (!sees.allowed) return sees;
  return now >= task.startsAt ? allow : deny('care.not-begun');
}

/** Those concerned and the staff call off what is still to come. */
export function mayCancelTask(actor: Actor, task: TaskFacts): Decision {
  if (!isPerson(actor)) return deny('signed-out');
  if (!isConcerned(actor, task.need) && !looksAfter(actor, task.need.areaId)) return deny('care.not-yours');
  return isComing(task.state) ? allow : deny('care.task-over');
}

/** What was missed, met nobody or needs more: the staff has seen to it. */
export function maySeeTo(actor: Actor, task: TaskFacts): Decision {
  const after = mayLookAfter(actor, task.need);
  if (!after.allowed) return after;
  return isUnsettled(task.state) ? allow : deny('care.changed-meanwhile');
}

/** Those concerned say once against a record what is not so. */
export function mayObject(
  actor: Actor,
  task: TaskFacts & { recordedAt: Date | null; objectedAt: Date | null },
): Decision {
  if (!isPerson(actor)) return deny('signed-out');
  if (!isConcerned(actor, task.need)) return deny('care.not-yours');
  if (!isLive(task.need.state)) return deny('care.over');
  return isRecorded(task.state) && task.recordedAt !== null && task.objectedAt === null
    ? allow
    : deny('care.nothing-to-object');
}

/** Answered by the staff; by another than who wrote the record where there is one, which the use case asks. */
export function mayAnswerObjection(
  actor: Actor,
  task: TaskFacts & { objectedAt: Date | null; answeredAt: Date | null },
): Decision {
  const after = mayLookAfter(actor, task.need);
  if (!after.allowed) return after;
  return task.objectedAt !== null && task.answeredAt === null ? allow : deny('care.changed-meanwhile');
}

/** Against the own place in the order; one at a time. */
export function mayContest(actor: Actor, need: NeedFacts & { waiting: boolean }): Decision {
  if (!isPerson(actor)) return deny('signed-out');
  if (!isConcerned(actor, need)) return deny('care.not-yours');
  if (!isLookedAfter(need.state)) return deny('care.not-accepted');
  return need.waiting ? deny('care.contested-already') : allow;
}

/** The next office: an administrator of the place who neither is concerned nor looks after the entry. */
export function mayAnswerContest(actor: Actor, need: NeedFacts): Decision {
  if (!isPerson(actor)) return deny('signed-out');
  if (!officeAreas(actor).some((own) => isWithin(need.areaId, own))) return deny('care.next-office-only');
  const partial = isConcerned(actor, need) || looksAfter(actor, need.areaId);
  return partial ? deny('care.next-office-only') : allow;
}

/** Members of verified organisations offer to visit and call, for people of the place. */
export function mayOfferHelp(actor: Actor, { organisationId }: { organisationId: string }): Decision {
  if (!isPerson(actor)) return deny('signed-out');
  if (!actor.emailConfirmed) return deny('confirm-address-first');
  return isVerifiedMember(actor, organisationId) ? allow : deny('care.members-only');
}

/** The staff of the place vets, refuses and ends; nobody the own offer. The volunteer may end it, too. */
export function mayVet(actor: Actor, volunteer: VolunteerFacts, verdict: 'vet' | 'refuse' | 'end'): Decision {
  if (!isPerson(actor)) return deny('signed-out');
  const own = actor.personId === volunteer.personId;
  if (own) return verdict === 'end' ? allow : deny('care.own-entry');
  return looksAfter(actor, volunteer.areaId) ? allow : deny('care.staff-only');
}

/** Whether the list of the staff, or of the next office, is the actor's at all. */
export function mayOpenDesk(actor: Actor): Decision {
  if (!isPerson(actor)) return deny('signed-out');
  return careAreas(actor).length > 0 || officeAreas(actor).length > 0 ? allow : deny('care.staff-only');
}
