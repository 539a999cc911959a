import type { Actor } from '../../actor';
import { allow, deny } from '~/lib/decision';
import type { Decision } from '~/lib/decision';

export interface EntrustingFacts {
  state: string;
  closesAt: Date;
  /** For how many others one person may vote in this ballot; 0 where votes are not entrusted. */
  most: number;
}

/** Votes are entrusted, and taken back, from the calling of a ballot until its end. */
export function mayEntrust(actor: Actor, ballot: EntrustingFacts, now: Date): Decision {
  if (actor.kind !== 'person') return deny('signed-out');
  if (ballot.most === 0) return deny('ballots.no-entrusting');
  const runs = ballot.state === 'scheduled' || ballot.state === 'open';
  return runs && now < ballot.closesAt ? allow : deny('ballots.closed');
}

/** Not the own vote, and no more than the ballot allows. `held`: how many the actor has taken on already. */
export function mayTakeOn(
  actor: Actor,
  offer: EntrustingFacts & { fromPersonId: string; held: number },
  now: Date,
): Decision {
  const may = mayEntrust(actor, offer, now);
  if (!may.allowed) return may;
  if (actor.kind === 'person' && actor.personId === offer.fromPersonId)
    return deny('ballots.not-for-oneself-entrusted');
  return offer.held < offer.most ? allow : deny('ballots.entrusted-enough');
}
