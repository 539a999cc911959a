import type { Actor } from '../../actor';
import { isOpenForVotes, mayAssistVoters, mayLeadBallot } from '../policy';
import type { CalledBallot, VotingFacts } from '../policy';
import { allow, deny } from '~/lib/decision';
import type { Decision } from '~/lib/decision';

export interface RollFacts extends CalledBallot {
  electorateKind: string;
  state: string;
  opensAt: Date;
  closesAt: Date;
}

/** Names and addresses: only for those who stand at the ballot's counter or lead it. */
export function mayReadRoll(actor: Actor, ballot: RollFacts): Decision {
  if (ballot.electorateKind !== 'roll') return deny('ballots.no-roll');
  return mayAssistVoters(actor, ballot);
}

/** Importing, adding and striking off: until the roll is frozen. */
export function mayKeepRoll(actor: Actor, ballot: RollFacts): Decision {
  const may = mayReadRoll(actor, ballot);
  if (!may.allowed) return may;
  return ballot.state === 'scheduled' ? allow : deny('ballots.roll-frozen');
}

/** Which account votes as which line: those who lead the ballot decide, until the roll is frozen. */
export function mayJoinLines(actor: Actor, ballot: RollFacts): Decision {
  const may = mayKeepRoll(actor, ballot);
  return may.allowed ? mayLeadBallot(actor, ballot) : may;
}

/** Who was left out by mistake is asked for while votes are taken. */
export function mayCorrectRoll(actor: Actor, ballot: RollFacts & VotingFacts, now: Date): Decision {
  const may = mayReadRoll(actor, ballot);
  if (!may.allowed) return may;
  return isOpenForVotes(ballot, now);
}

/** A second of the staff decides on a correction, never the one who asked for it. */
export function mayConfirmCorrection(
  actor: Actor,
  ballot: RollFacts & VotingFacts,
  given: { askedBy: string; now: Date },
): Decision {
  const may = mayCorrectRoll(actor, ballot, given.now);
  if (!may.allowed) return may;
  return actor.kind === 'person' && actor.personId === given.askedBy
    ? deny('ballots.roll-second-person')
    : allow;
}
