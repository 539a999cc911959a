import type { Actor } from '../actor';
import { agreementLifecycle } from './lifecycle';
import { holdsRole } from '../actor';
import { allow, deny } from '~/lib/decision';
import type { Decision } from '~/lib/decision';
import { transitionFrom } from '~/lib/lifecycle';

export interface AgreementFacts {
  state: string;
  organisationId: string;
  parties: { organisationId: string; signedAt: Date | null; declinedAt: Date | null }[];
}

const acts = (actor: Actor, organisationId: string) =>
  actor.kind === 'person' && actor.actingFor?.organisationId === organisationId;

/** Agreements are drafted in the name of an organisation. */
export function mayDraftAgreement(actor: Actor): Decision {
  if (actor.kind !== 'person') return deny('signed-out');
  return actor.actingFor ? allow : deny('agreements.act-for-organisation');
}

/** Drafts are read by their parties; what is signed or to be signed is public. */
export function mayReadAgreement(actor: Actor, agreement: AgreementFacts): Decision {
  if (agreement.state !== 'draft') return allow;
  const member = actor.kind === 'person' ? actor.memberships.map((one) => one.organisationId) : [];
  return agreement.parties.some((party) => member.includes(party.organisationId))
    ? allow
    : deny('agreements.parties-only');
}

/** Every party may change the text, as long as nothing is frozen. */
export function mayEditAgreement(actor: Actor, agreement: AgreementFacts): Decision {
  if (!transitionFrom(agreementLifecycle, agreement.state, 'edit')) return deny('agreements.text-is-frozen');
  return agreement.parties.some((party) => acts(actor, party.organisationId))
    ? allow
    : deny('agreements.act-for-party');
}

/** The party that began it lays the text before the others to be signed. */
export function mayFreezeAgreement(actor: Actor, agreement: AgreementFacts): Decision {
  if (!transitionFrom(agreementLifecycle, agreement.state, 'freeze'))
    return deny('agreements.text-is-frozen');
  return acts(actor, agreement.organisationId) ? allow : deny('agreements.initiator-only');
}

/** Back to a draft, by who froze it, as long as nobody has signed. */
export function mayThawAgreement(actor: Actor, agreement: AgreementFacts): Decision {
  if (!transitionFrom(agreementLifecycle, agreement.state, 'thaw')) return deny('agreements.not-frozen');
  if (!acts(actor, agreement.organisationId)) return deny('agreements.initiator-only');
  return agreement.parties.some((party) => party.signedAt) ? deny('agreements.signed-by-someone') : allow;
}

/**
 * Ends what is frozen and not in force, whoever has signed: any party, or a moderator of the area where no party can
 * act any more. So that no frozen text waits for ever.
 */
export function mayWithdrawAgreement(actor: Actor, agreement: AgreementFacts & { areaId: string }): Decision {
  if (!transitionFrom(agreementLifecycle, agreement.state, 'withdraw')) return deny('agreements.not-frozen');
  if (agreement.parties.some((party) => acts(actor, party.organisationId))) return allow;
  return holdsRole(actor, 'moderator', agreement.areaId) ? allow : deny('agreements.act-for-party');
}

/** The party that promised, acting for itself, once the agreement is in force. */
export function mayReportObligation(
  actor: Actor,
  obligation: { organisationId: string; state: string; agreementState: string },
): Decision {
  if (obligation.agreementState !== 'in-force') return deny('agreements.not-in-force');
  if (!acts(actor, obligation.organisationId)) return deny('agreements.act-for-party');
  return obligation.state === 'open' ? allow : deny('already-decided');
}

/** Whoever represents a party that has not signed yet, acting for it; always as a person with a mandate. */
export function maySignAgreement(actor: Actor, agreement: AgreementFacts): Decision {
  if (!transitionFrom(agreementLifecycle, agreement.state, 'sign'))
    return deny('agreements.not-open-for-signing');
  if (actor.kind !== 'person') return deny('signed-out');
  const party = agreement.parties.find((one) => acts(actor, one.organisationId));
  if (!party) return deny('agreements.act-for-party');
  return party.signedAt ? deny('agreements.signed-already') : allow;
}
