import type { Actor } from '../actor';
import { obligationLifecycle } from './lifecycle';
import { ownParty } from './policy';
import { allow, deny } from '~/lib/decision';
import type { Decision } from '~/lib/decision';
import { transitionFrom } from '~/lib/lifecycle';

export interface ObligationFacts {
  organisationId: string;
  payerId: string | null;
  state: string;
  dueAt: Date | null;
  amountFen: bigint | null;
  releasedAt: Date | null;
  /** Who reported it: not who accepts it, for whichever party. */
  reportedBy: string | null;
  agreement: { state: string; parties: readonly { organisationId: string }[] };
}

/** Obligations are kept while the agreement is in force, and what was reported by then is still answered. */
const isLive = ({ agreement }: ObligationFacts) => agreement.state === 'in-force';

/** The party that promised, acting for itself, once the agreement is in force. */
export function mayReportObligation(actor: Actor, obligation: ObligationFacts): Decision {
  if (!isLive(obligation)) return deny('agreements.not-in-force');
  if (ownParty(actor, obligation.agreement)?.organisationId !== obligation.organisationId)
    return deny('agreements.act-for-party');
  return transitionFrom(obligationLifecycle, obligation.state, 'report') ? allow : deny('already-decided');
}

/** Another party than the one that promised; where one pays on acceptance, that one. */
function isOtherSide(actor: Actor, { organisationId, payerId, agreement }: ObligationFacts): boolean {
  const own = ownParty(actor, agreement)?.organisationId;
  if (own === undefined || own === organisationId) return false;
  return payerId === null || own === payerId;
}

export function mayAnswerObligation(actor: Actor, obligation: ObligationFacts): Decision {
  if (!['in-force', 'ended'].includes(obligation.agreement.state)) return deny('agreements.not-in-force');
  if (!isOtherSide(actor, obligation)) return deny('agreements.other-side-only');
  if (actor.kind === 'person' && actor.personId === obligation.reportedBy)
    return deny('agreements.own-report');
  return transitionFrom(obligationLifecycle, obligation.state, 'accept') ? allow : deny('already-decided');
}

/** Another party says that the day went by without the promise being kept. */
export function mayNoteBreach(actor: Actor, obligation: ObligationFacts, now: Date): Decision {
  if (!isLive(obligation)) return deny('agreements.not-in-force');
  const own = ownParty(actor, obligation.agreement)?.organisationId;
  if (own === undefined || own === obligation.organisationId) return deny('agreements.other-side-only');
  if (!transitionFrom(obligationLifecycle, obligation.state, 'breach')) return deny('already-decided');
  return obligation.dueAt && obligation.dueAt < now ? allow : deny('agreements.not-overdue');
}

/** The payer says that it has paid what was accepted, once; also where the agreement is over or amended by now. */
export function mayRelease(actor: Actor, obligation: ObligationFacts): Decision {
  if (!['in-force', 'ended', 'replaced'].includes(obligation.agreement.state))
    return deny('agreements.not-in-force');
  if (obligation.payerId === null || obligation.amountFen === null) return deny('agreements.nothing-to-pay');
  if (ownParty(actor, obligation.agreement)?.organisationId !== obligation.payerId)
    return deny('agreements.payer-only');
  if (obligation.state !== 'done') return deny('agreements.not-accepted');
  return obligation.releasedAt ? deny('already-decided') : allow;
}
