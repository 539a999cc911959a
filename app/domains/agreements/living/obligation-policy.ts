import type { Actor } from '../../actor';
import { holdsRole } from '../../actor';
import { obligationLifecycle } from '../lifecycle';
import { belongsToParty, ownParty } from '../policy';
import { allow, deny } from '~/lib/decision';
import type { Decision } from '~/lib/decision';
import { transitionFrom } from '~/lib/lifecycle';

export interface ObligationFacts {
  organisationId: string;
  payerId: string | null;
  state: string;
  dueAt: Date | null;
  cureBy: Date | null;
  amountFen: bigint | null;
  releasedAt: Date | null;
  writtenOffAt: Date | null;
  /** The row of an amendment that goes on with it. */
  carriedTo: string | null;
  /** Who reported it: not who accepts it, for whichever party. */
  reportedBy: string | null;
  agreement: {
    state: string;
    areaId: string;
    endsAt: Date | null;
    parties: readonly { organisationId: string }[];
  };
  /** The parties that may act at present. */
  inService: readonly string[];
}

/** While it is in force; afterwards what fell due by its last day, which is over when it is told of. */
const mayStillBeReported = ({ agreement: { state, endsAt }, dueAt }: ObligationFacts) =>
  state === 'in-force' || (state === 'ended' && dueAt !== null && endsAt !== null && dueAt <= endsAt);

/** The party that promised, acting for itself, once the agreement is in force. */
export function mayReportObligation(actor: Actor, obligation: ObligationFacts): Decision {
  if (!mayStillBeReported(obligation)) return deny('agreements.not-in-force');
  if (ownParty(actor, obligation.agreement)?.organisationId !== obligation.organisationId)
    return deny('agreements.act-for-party');
  return transitionFrom(obligationLifecycle, obligation.state, 'report') ? allow : deny('already-decided');
}

const isAway = (organisationId: string, { inService }: ObligationFacts) =>
  !inService.includes(organisationId);

/**
 * Another party than the one that promised; where one pays on acceptance, that one, as long as it is in service. Where
 * no other party is, a moderator of the area: nobody waits for whom there is no more.
 */
function isOtherSide(actor: Actor, obligation: ObligationFacts): boolean {
  const { organisationId, payerId, agreement } = obligation;
  const others = agreement.parties.filter(
    (party) => party.organisationId !== organisationId && !isAway(party.organisationId, obligation),
  );
  if (others.length === 0)
    return holdsRole(actor, 'moderator', agreement.areaId) && !belongsToParty(actor, agreement);
  const own = ownParty(actor, agreement)?.organisationId;
  if (own === undefined || own === organisationId) return false;
  return payerId === null || own === payerId || isAway(payerId, obligation);
}

export function mayAnswerObligation(actor: Actor, obligation: ObligationFacts): Decision {
  if (!['in-force', 'ended'].includes(obligation.agreement.state)) return deny('agreements.not-in-force');
  if (!isOtherSide(actor, obligation)) return deny('agreements.other-side-only');
  if (actor.kind === 'person' && actor.personId === obligation.reportedBy)
    return deny('agreements.own-report');
  return transitionFrom(obligationLifecycle, obligation.state, 'accept') ? allow : deny('already-decided');
}

/** Another party says that the day went by without the promise being kept; again, once the term to cure is over. */
export function mayNoteBreach(actor: Actor, obligation: ObligationFacts, now: Date): Decision {
  if (obligation.agreement.state !== 'in-force') return deny('agreements.not-in-force');
  const own = ownParty(actor, obligation.agreement)?.organisationId;
  if (own === undefined || own === obligation.organisationId) return deny('agreements.other-side-only');
  if (!transitionFrom(obligationLifecycle, obligation.state, 'breach')) return deny('already-decided');
  const { dueAt, cureBy } = obligation;
  if (!dueAt || dueAt >= now) return deny('agreements.not-overdue');
  return cureBy && cureBy >= now ? deny('agreements.cure-runs') : allow;
}

/** What was accepted and is not paid yet; nothing else stands in the way of saying that it is. */
function isOwed({ agreement, payerId, amountFen, state, ...rest }: ObligationFacts): Decision {
  if (!['in-force', 'ended', 'replaced'].includes(agreement.state)) return deny('agreements.not-in-force');
  if (payerId === null || amountFen === null) return deny('agreements.nothing-to-pay');
  // An amendment goes on with it: it is paid there, once.
  if (rest.carriedTo !== null) return deny('agreements.carried-on');
  if (state !== 'done') return deny('agreements.not-accepted');
  return rest.releasedAt || rest.writtenOffAt ? deny('already-decided') : allow;
}

/**
 * The payer says that it has paid what was accepted, once; also where the agreement is over or amended by now. Of a
 * payer out of service the receiver says that the money came.
 */
export function mayRelease(actor: Actor, obligation: ObligationFacts): Decision {
  const owed = isOwed(obligation);
  if (!owed.allowed) return owed;
  const { payerId, organisationId, agreement } = obligation;
  const own = ownParty(actor, agreement)?.organisationId;
  if (own !== undefined && own === payerId) return allow;
  const isGone = payerId !== null && isAway(payerId, obligation);
  return isGone && own === organisationId ? allow : deny('agreements.payer-only');
}

/** The receiver no longer waits for the money of a payer that is out of service. */
export function mayWriteOff(actor: Actor, obligation: ObligationFacts): Decision {
  const owed = isOwed(obligation);
  if (!owed.allowed) return owed;
  const { payerId, organisationId, agreement } = obligation;
  if (payerId === null || !isAway(payerId, obligation)) return deny('agreements.payer-in-service');
  return ownParty(actor, agreement)?.organisationId === organisationId
    ? allow
    : deny('agreements.receiver-only');
}
