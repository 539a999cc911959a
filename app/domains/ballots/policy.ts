import type { Actor } from '../actor';
import { areasOfRoles, holdsRole, isWithin } from '../actor';
import { allow, deny } from '~/lib/decision';
import type { Decision } from '~/lib/decision';

/** Moderators and administrators of the area, and whoever acts for a verified community committee or department there. */
export function mayCreateBallot(actor: Actor, areaId: string): Decision {
  if (actor.kind === 'visitor') return deny('signed-out');
  if (holdsRole(actor, ['moderator', 'administrator'], areaId)) return allow;
  if (actor.kind === 'person' && actor.actingFor) {
    const { kind, verified, mandate, areaId: own } = actor.actingFor;
    const official = kind === 'community-committee' || kind === 'department';
    if (official && verified && mandate !== 'member' && isWithin(areaId, own)) return allow;
  }
  return deny('ballots.not-organiser');
}

/** Whether there is an area in which the actor may call a ballot: their own offices tell where. */
export function mayCreateSomeBallot(actor: Actor): Decision {
  if (actor.kind !== 'person') return deny('signed-out');
  const offices = [...actor.roles.map(({ areaId }) => areaId), actor.actingFor?.areaId ?? ''];
  return offices.some((areaId) => mayCreateBallot(actor, areaId).allowed)
    ? allow
    : deny('ballots.not-organiser');
}

/** The areas in which, with all below, the person calls ballots: by an office, or for the organisation acted for. */
export function areasOfBallots(actor: Actor): string[] {
  const office = actor.kind === 'person' ? actor.actingFor?.areaId : undefined;
  const called = office !== undefined && mayCreateBallot(actor, office).allowed ? [office] : [];
  return [...new Set([...areasOfRoles(actor, ['moderator', 'administrator']), ...called])];
}

/** A ballot in one of these is led by nobody any more, or not yet. */
export const overStates = ['importing', 'closed', 'cancelled'];

/** Who called a ballot: the organisation, where it was called in its name. */
export interface CalledBallot {
  areaId: string;
  organisationId: string | null;
}

/**
 * Whatever leads a ballot that is called: moderators and administrators of its area, and whoever acts with a mandate
 * for the organisation in whose name it was called. An organisation leads no other's ballot, nor the moderators'.
 */
export function mayLeadBallot(actor: Actor, ballot: CalledBallot): Decision {
  if (actor.kind === 'visitor') return deny('signed-out');
  if (holdsRole(actor, ['moderator', 'administrator'], ballot.areaId)) return allow;
  const called = actor.kind === 'person' && actor.actingFor?.organisationId === ballot.organisationId;
  return called && mayCreateBallot(actor, ballot.areaId).allowed ? allow : deny('ballots.not-organiser');
}

/** Whoever leads a ballot calls it off, until it is counted. */
export function mayCancelBallot(actor: Actor, ballot: CalledBallot & { state: string }): Decision {
  if (overStates.includes(ballot.state)) return deny('ballots.already-over');
  return mayLeadBallot(actor, ballot);
}

/** Whoever leads a ballot changes it until it opens: what people vote on then stays as it is. */
export function mayChangeBallot(actor: Actor, ballot: CalledBallot & { state: string }): Decision {
  if (ballot.state !== 'scheduled') return deny('ballots.opened-already');
  return mayLeadBallot(actor, ballot);
}

/** Only while people can still vote: what is over is not opened again. */
export function mayExtendBallot(
  actor: Actor,
  ballot: CalledBallot & { state: string; closesAt: Date },
  now: Date,
): Decision {
  if (ballot.state !== 'open' || now >= ballot.closesAt) return deny('ballots.closed');
  return mayLeadBallot(actor, ballot);
}

/** What a statutory record says of its meeting is completed, or corrected, until the ballot is counted and the record made. */
export function mayRecordMeeting(
  actor: Actor,
  ballot: CalledBallot & { state: string; standing: string },
): Decision {
  if (ballot.standing !== 'statutory-record') return deny('ballots.no-statutory-record');
  if (overStates.includes(ballot.state)) return deny('ballots.already-over');
  return mayLeadBallot(actor, ballot);
}

/** Staff of the area stand at the counter, besides those who lead the ballot. */
export function mayAssistVoters(actor: Actor, ballot: CalledBallot): Decision {
  if (actor.kind === 'visitor') return deny('signed-out');
  if (holdsRole(actor, 'staff', ballot.areaId)) return allow;
  return mayLeadBallot(actor, ballot).allowed ? allow : deny('ballots.not-staff');
}

export interface SheetFacts extends CalledBallot {
  state: string;
  paperVoting: boolean;
  sheetsCompleteAt: Date | null;
}

/** Sheets are read while the ballot is open and after, until all of them are declared to be in. */
export function mayEnterSheets(actor: Actor, ballot: SheetFacts): Decision {
  if (!ballot.paperVoting) return deny('ballots.no-paper');
  if (ballot.state !== 'open' && ballot.state !== 'counting') return deny('ballots.closed');
  if (ballot.sheetsCompleteAt !== null) return deny('ballots.sheets-complete');
  return mayAssistVoters(actor, ballot);
}

export interface VotingFacts {
  state: string;
  opensAt: Date;
  closesAt: Date;
}

/** Whether votes are taken now. The closing instant itself is too late. */
export function isOpenForVotes(ballot: VotingFacts, now: Date): Decision {
  if (ballot.state === 'cancelled') return deny('ballots.cancelled');
  if (['importing', 'counting', 'closed'].includes(ballot.state) || now >= ballot.closesAt)
    return deny('ballots.closed');
  if (ballot.state === 'scheduled' || now < ballot.opensAt) return deny('ballots.not-open-yet');
  return allow;
}

/**
 * Whether the actor may vote now. `elector` is the person's place in the electorate that was frozen at
 * opening, null for those who stand in none.
 */
export function mayVote(
  actor: Actor,
  ballot: VotingFacts,
  elector: { channel: string | null } | null,
  now: Date,
): Decision {
  const open = isOpenForVotes(ballot, now);
  if (!open.allowed) return open;
  if (actor.kind !== 'person') return deny('ballots.sign-in-to-vote');
  if (elector?.channel === 'paper') return deny('ballots.took-paper');
  if (elector) return allow;
  if (!actor.residenceAreaId) return deny('ballots.residence-not-verified');
  return deny('ballots.not-in-electorate');
}
