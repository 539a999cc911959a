import { holdsRole } from '../actor';
import type { Actor } from '../actor';
import { candidateLifecycle, councilLifecycle } from './lifecycle';
import { smallestGroup } from './rules/publishing/count-public';
import { allow, deny } from '~/lib/decision';
import type { Decision } from '~/lib/decision';
import { transitionFrom } from '~/lib/lifecycle';

const offices = ['moderator', 'administrator'] as const;

export interface CouncilFacts {
  areaId: string;
  state: string;
  volunteersUntil: Date;
}

export interface CandidateFacts {
  personId: string | null;
  state: string;
}

export interface DrawFacts {
  dueAt: Date;
  drawnAt: Date | null;
  /** Another source was named when its seed could be known. */
  namedAfterDue: boolean;
}

/** Those who volunteered, against those of whom the organiser was told last what their features allow. */
export interface Answers {
  people: number;
  /** Who is new among them, or states something else. */
  fresh: number;
  /** Who is there no more with what they stated then. */
  gone: number;
}

interface OwnStanding {
  council: CouncilFacts;
  candidate: CandidateFacts | null;
}

const isOver = ({ state }: { state: string }) => state === 'closed' || state === 'cancelled';
const hasSeats = ({ state }: { state: string }) => state === 'drawn' || state === 'seated';

type CouncilEvent = (typeof councilLifecycle)['transitions'][number]['event'];

/** A council speaks for a place: whoever moderates or administers it founds one. */
export function mayFound(actor: Actor, areaId: string): Decision {
  if (actor.kind === 'visitor') return deny('signed-out');
  return holdsRole(actor, offices, areaId) ? allow : deny('councils.not-organiser');
}

/** An area in which the actor may found one; null where there is none. */
export function areaToFoundIn(actor: Actor): string | null {
  if (actor.kind !== 'person') return null;
  return actor.roles.find(({ areaId }) => mayFound(actor, areaId).allowed)?.areaId ?? null;
}

/** Whether there is one. */
export function mayFoundSomewhere(actor: Actor): Decision {
  if (actor.kind !== 'person') return deny('signed-out');
  return areaToFoundIn(actor) === null ? deny('councils.not-organiser') : allow;
}

/** Who founds councils in the area organises each of them: none is left without a head. */
export const mayOrganise = (actor: Actor, { areaId }: { areaId: string }): Decision =>
  mayFound(actor, areaId);

const reasons: Record<string, string> = {
  draft: 'councils.not-inviting',
  inviting: 'councils.not-listed',
  listed: 'councils.listed-already',
  drawn: 'councils.drawn-already',
  seated: 'councils.drawn-already',
  closed: 'councils.over',
  cancelled: 'councils.over',
};

function mayTake(actor: Actor, council: CouncilFacts, event: CouncilEvent): Decision {
  const led = mayOrganise(actor, council);
  if (!led.allowed) return led;
  return transitionFrom(councilLifecycle, council.state, event)
    ? allow
    : deny(reasons[council.state] ?? 'councils.over');
}

/** What it is for, its seats and quotas: as long as nobody has been asked. */
export const mayChangeCouncil = (actor: Actor, council: CouncilFacts): Decision =>
  mayTake(actor, council, 'change');

/** The first round, and more while there is time to answer. */
export function mayInvite(actor: Actor, council: CouncilFacts, now: Date): Decision {
  const event = council.state === 'draft' ? 'invite' : 'invite-more';
  const step = mayTake(actor, council, event);
  if (!step.allowed) return step;
  return now < council.volunteersUntil ? allow : deny('councils.day-is-over');
}

/** The bounds of the quotas, once people have been asked: features and values stand, for people answered by them. */
export const mayChangeBounds = (actor: Actor, council: CouncilFacts): Decision =>
  mayTake(actor, council, 'change-bounds');

/** What is drawn next: everything, or the seats that fell vacant; null where nothing is. */
function nextDraw(council: {
  state: string;
  seats: number;
  draws: readonly DrawFacts[];
  taken: number;
}): 'first' | 'replacement' | null {
  if (council.state === 'inviting') return 'first';
  if (!hasSeats(council) || council.draws.some(({ drawnAt }) => drawnAt === null)) return null;
  return council.taken < council.seats ? 'replacement' : null;
}

interface ListedCouncil extends CouncilFacts {
  seats: number;
  draws: readonly DrawFacts[];
  /** Seats that somebody has, or was drawn for and has not given up. */
  taken: number;
  answers: Answers;
}

/** Whether something is still to be drawn: everything, or seats that fell vacant. */
export function mayDrawNext(actor: Actor, council: ListedCouncil): Decision {
  const led = mayOrganise(actor, council);
  if (!led.allowed) return led;
  return nextDraw(council) === null ? deny('councils.nothing-to-draw') : allow;
}

/**
 * What the features of volunteers allow is told of five at least, and again when five at least are others or nobody is:
 * two answers that differ by one person's would tell that person's features.
 */
export function mayLearn({ people, fresh, gone }: Answers): Decision {
  if (people === 0) return deny('councils.nobody-volunteered');
  const others = Math.max(fresh, gone);
  return people < smallestGroup || (others > 0 && others < smallestGroup)
    ? deny('councils.too-few-answers')
    : allow;
}

/** Quotas are checked against those who volunteered, as long as something is still to be drawn. */
export function mayCheck(actor: Actor, council: ListedCouncil): Decision {
  const next = mayDrawNext(actor, council);
  return next.allowed && council.state === 'inviting' ? mayLearn(council.answers) : next;
}

/** The list is published when nobody can volunteer any more: whoever sees the list first could else still join. */
export function mayPublishList(actor: Actor, council: ListedCouncil, now: Date): Decision {
  const next = mayDrawNext(actor, council);
  if (!next.allowed) return next;
  return council.state === 'inviting' && now <= council.volunteersUntil
    ? deny('councils.day-to-come')
    : allow;
}

/** The list that waits for its draw: of a council that is over none does any more. */
export const pendingOf = <Draw extends DrawFacts>(council: { state: string; draws: readonly Draw[] }) =>
  isOver(council) ? null : (council.draws.find(({ drawnAt }) => drawnAt === null) ?? null);

function mayUsePending(actor: Actor, council: ListedCouncil): Decision {
  const led = mayOrganise(actor, council);
  if (!led.allowed) return led;
  if (isOver(council)) return deny('councils.over');
  return pendingOf(council) ? allow : deny('councils.no-list');
}

/**
 * Another event may give the seed where the named one does not come about: said with the reason, for everyone. Once the
 * seed could be known that is so once, and never again: whoever may go on choosing events draws until they like it.
 */
export function mayNameSource(actor: Actor, council: ListedCouncil): Decision {
  const step = mayUsePending(actor, council);
  if (!step.allowed) return step;
  return pendingOf(council)?.namedAfterDue ? deny('councils.source-named-already') : allow;
}

/** A line is drawn after the event that gives the seed, and once. */
export function mayDraw(actor: Actor, council: ListedCouncil, now: Date): Decision {
  const step = mayUsePending(actor, council);
  if (!step.allowed) return step;
  const pending = pendingOf(council);
  return pending && now < pending.dueAt ? deny('councils.event-to-come') : allow;
}

/** Those who were drawn are asked one by one; a council sits when nobody is asked any more. */
export function maySeat(
  actor: Actor,
  council: ListedCouncil,
  asked: { drawn: number; accepted: number },
): Decision {
  const step = mayTake(actor, council, 'seat');
  if (!step.allowed) return step;
  if (asked.drawn > 0 || pendingOf(council)) return deny('councils.still-asked');
  return asked.accepted === 0 ? deny('councils.nobody-accepted') : allow;
}

/** Its work is done before the term is over. */
export const mayClose = (actor: Actor, council: CouncilFacts): Decision => mayTake(actor, council, 'close');

/** Not after the seed could be known: whoever dislikes who would be drawn could else begin anew until they like it. */
export function mayCancelCouncil(actor: Actor, council: ListedCouncil, now: Date): Decision {
  const step = mayTake(actor, council, 'cancel');
  if (!step.allowed) return step;
  const pending = pendingOf(council);
  return pending && now >= pending.dueAt ? deny('councils.seed-is-known') : allow;
}

/** Whether it is the actor's own row. */
export function isOwn(actor: Actor, candidate: CandidateFacts | null): candidate is CandidateFacts {
  return actor.kind === 'person' && candidate !== null && candidate.personId === actor.personId;
}

/** Those whom the lot invited say yes until the last day. */
export function mayVolunteer(actor: Actor, { council, candidate }: OwnStanding, now: Date): Decision {
  if (actor.kind === 'visitor') return deny('signed-out');
  if (!isOwn(actor, candidate)) return deny('councils.not-invited');
  if (council.state !== 'inviting' || now > council.volunteersUntil) return deny('councils.day-is-over');
  return transitionFrom(candidateLifecycle, candidate.state, 'volunteer')
    ? allow
    : deny('councils.day-is-over');
}

/** Who volunteered may withdraw as long as nobody has been drawn, and after as long as they were not. */
export function mayDecline(actor: Actor, { council, candidate }: OwnStanding): Decision {
  if (actor.kind === 'visitor') return deny('signed-out');
  if (!isOwn(actor, candidate)) return deny('councils.not-invited');
  if (isOver(council)) return deny('councils.over');
  return transitionFrom(candidateLifecycle, candidate.state, 'decline')
    ? allow
    : deny('councils.nothing-to-withdraw');
}

/** Who was drawn takes the seat, as long as the council has seats to take. */
export function mayAcceptSeat(actor: Actor, { council, candidate }: OwnStanding): Decision {
  if (actor.kind === 'visitor') return deny('signed-out');
  if (!isOwn(actor, candidate)) return deny('councils.not-invited');
  if (!hasSeats(council)) return deny('councils.over');
  return transitionFrom(candidateLifecycle, candidate.state, 'accept') ? allow : deny('councils.not-drawn');
}

/** A seat is given up by who has it; the organiser declares one vacant whose holder does not answer or come. */
export function mayLeaveSeat(actor: Actor, { council, candidate }: OwnStanding): Decision {
  if (actor.kind === 'visitor') return deny('signed-out');
  if (!candidate || !transitionFrom(candidateLifecycle, candidate.state, 'leave'))
    return deny('councils.not-drawn');
  if (!hasSeats(council)) return deny('councils.over');
  return isOwn(actor, candidate) ? allow : mayOrganise(actor, council);
}

/** Auditors are named for one council, and are none of those who organise it; when it is over there is nothing left to audit. */
export function mayAudit(
  actor: Actor,
  council: { areaId: string; state: string; auditors: readonly { personId: string }[] },
): Decision {
  if (actor.kind !== 'person') return deny('signed-out');
  if (mayOrganise(actor, council).allowed) return deny('councils.auditor-organises');
  if (!council.auditors.some(({ personId }) => personId === actor.personId))
    return deny('councils.not-auditor');
  return isOver(council) ? deny('councils.over') : allow;
}

/**
 * The quotas of a draw: those of the first are the council's own. Those of a replacement are less by what the members
 * fill, which tells features of members, and of one between two draws: they are for auditors.
 */
export const mayReadQuotas = (
  actor: Actor,
  council: Parameters<typeof mayAudit>[1],
  draw: number,
): Decision => (draw <= 1 ? allow : mayAudit(actor, council));

/** Until it is over there is something to audit. */
export function mayNameAuditor(actor: Actor, council: CouncilFacts): Decision {
  const led = mayOrganise(actor, council);
  if (!led.allowed) return led;
  return isOver(council) ? deny('councils.over') : allow;
}
