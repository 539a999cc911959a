import type { Actor } from '../actor';
import { holdsRole, isWithin } from '../actor';
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

export function mayCancelBallot(actor: Actor, ballot: { areaId: string; state: string }): Decision {
  if (ballot.state !== 'open' && ballot.state !== 'scheduled') return deny('ballots.already-over');
  return mayCreateBallot(actor, ballot.areaId);
}

export interface VotingFacts {
  state: string;
  opensAt: Date;
  closesAt: Date;
}

/**
 * Whether the actor may vote now. `elector` tells whether the person stands in the electorate that was
 * frozen at opening. The closing instant itself is too late.
 */
export function mayVote(actor: Actor, ballot: VotingFacts, elector: boolean, now: Date): Decision {
  if (ballot.state === 'cancelled') return deny('ballots.cancelled');
  if (ballot.state === 'closed' || now >= ballot.closesAt) return deny('ballots.closed');
  if (ballot.state === 'scheduled' || now < ballot.opensAt) return deny('ballots.not-open-yet');
  if (actor.kind !== 'person') return deny('ballots.sign-in-to-vote');
  if (elector) return allow;
  if (!actor.residenceAreaId) return deny('ballots.residence-not-verified');
  return deny('ballots.not-in-electorate');
}
