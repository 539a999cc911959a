import type { Actor } from '../actor';
import { agreementLifecycle } from './lifecycle';
import { holdsRole } from '../actor';
import { rightOf } from './rules/drafting-rights';
import { allow, deny } from '~/lib/decision';
import type { Decision } from '~/lib/decision';
import { finalStates, transitionFrom } from '~/lib/lifecycle';
import { isOneOf } from '~/lib/known-words';

export interface PartyFacts {
  organisationId: string;
  position: number;
  signedAt: Date | null;
  signatoryId: string | null;
  declinedAt: Date | null;
  drafting: string;
}

export interface AgreementFacts {
  state: string;
  organisationId: string;
  signingOrder: string;
  signBy: Date | null;
  parties: PartyFacts[];
}

const acts = (actor: Actor, organisationId: string) =>
  actor.kind === 'person' && actor.actingFor?.organisationId === organisationId;

/** The party for which the actor acts, if any. */
export function ownParty<Party extends { organisationId: string }>(
  actor: Actor,
  { parties }: { parties: readonly Party[] },
): Party | null {
  return parties.find((party) => acts(actor, party.organisationId)) ?? null;
}

/** Agreements are drafted in the name of an organisation. */
export function mayDraftAgreement(actor: Actor): Decision {
  if (actor.kind !== 'person') return deny('signed-out');
  return actor.actingFor ? allow : deny('agreements.act-for-organisation');
}

/** Whoever belongs to a party, in whatever mandate. */
export function belongsToParty(
  actor: Actor,
  { parties }: { parties: readonly { organisationId: string }[] },
): boolean {
  const member = actor.kind === 'person' ? actor.memberships.map((one) => one.organisationId) : [];
  return parties.some((party) => member.includes(party.organisationId));
}

interface ReadFacts {
  state: string;
  frozenAt: Date | null;
  parties: readonly { organisationId: string }[];
}

/** Drafts are read by their parties, also those that were given up before anybody laid them open to be signed. */
export function mayReadAgreement(actor: Actor, agreement: ReadFacts): Decision {
  if (agreement.state !== 'draft' && agreement.frozenAt) return allow;
  return belongsToParty(actor, agreement) ? allow : deny('agreements.parties-only');
}

/** Whoever acts for a party speaks of the draft, as long as nothing is frozen: comments, and answers what others propose. */
export function mayDiscussDraft(actor: Actor, agreement: AgreementFacts): Decision {
  if (!transitionFrom(agreementLifecycle, agreement.state, 'edit')) return deny('agreements.text-is-frozen');
  return ownParty(actor, agreement) ? allow : deny('agreements.act-for-party');
}

/** Changes the draft or proposes changes of it: which of the two is decided by what is changed (`mayChangeAlone`). */
export function mayEditAgreement(actor: Actor, agreement: AgreementFacts): Decision {
  const discussing = mayDiscussDraft(actor, agreement);
  const own = ownParty(actor, agreement);
  if (!discussing.allowed || !own) return discussing;
  return rightOf(own) === 'comment' ? deny('agreements.comments-only') : allow;
}

/** Files are added by whom the text, or a part of it, is given to write; taken off by whom all of it is. */
export function mayChangeFiles(actor: Actor, agreement: AgreementFacts, what: 'add' | 'remove'): Decision {
  const editing = mayEditAgreement(actor, agreement);
  const own = ownParty(actor, agreement);
  if (!editing.allowed || !own) return editing;
  const right = rightOf(own);
  if (right === 'whole' || (right === 'own' && what === 'add')) return allow;
  return deny(what === 'add' ? 'agreements.files-not-yours' : 'agreements.files-of-others');
}

/** The party that began the draft says what each may do with it. */
export function maySetDraftingRights(actor: Actor, agreement: AgreementFacts): Decision {
  if (!transitionFrom(agreementLifecycle, agreement.state, 'edit')) return deny('agreements.text-is-frozen');
  return acts(actor, agreement.organisationId) ? allow : deny('agreements.rights-by-initiator');
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
 * Ends what is not in force: a party as long as nobody has countersigned, and a moderator of the area at any time, for
 * where no party can act any more. After a counter-signature a party that has not signed declines, and all together
 * take the text back.
 */
export function mayWithdrawAgreement(actor: Actor, agreement: AgreementFacts & { areaId: string }): Decision {
  if (!transitionFrom(agreementLifecycle, agreement.state, 'withdraw')) return deny('agreements.not-frozen');
  if (agreement.state === 'frozen' && holdsRole(actor, 'moderator', agreement.areaId)) return allow;
  if (!ownParty(actor, agreement)) return deny('agreements.act-for-party');
  if (agreement.state === 'draft' && !acts(actor, agreement.organisationId))
    return deny('agreements.initiator-only');
  const signatures = agreement.parties.filter((party) => party.signedAt).length;
  return signatures > 1 ? deny('agreements.countersigned') : allow;
}

/** Whoever acts for a party that has not signed refuses: the draft or the frozen text ends there. */
export function mayDeclineAgreement(actor: Actor, agreement: AgreementFacts): Decision {
  if (!transitionFrom(agreementLifecycle, agreement.state, 'decline'))
    return deny('agreements.not-open-for-signing');
  if (actor.kind !== 'person') return deny('signed-out');
  const party = ownParty(actor, agreement);
  if (!party) return deny('agreements.act-for-party');
  return party.signedAt ? deny('agreements.signed-already') : allow;
}

const assentEvents = { thaw: 'thaw-by-all', void: 'void', end: 'end' } as const;
export type Assent = keyof typeof assentEvents;
export const assents = Object.keys(assentEvents) as Assent[];

/** What takes all parties: each says yes for itself, and takes it back as long as one is missing. */
export function mayAssent(actor: Actor, agreement: AgreementFacts, what: Assent): Decision {
  if (!transitionFrom(agreementLifecycle, agreement.state, assentEvents[what]))
    return deny(what === 'thaw' ? 'agreements.not-frozen' : 'agreements.not-in-force');
  if (what === 'thaw' && !agreement.parties.some((party) => party.signedAt))
    return deny('agreements.nobody-signed');
  return ownParty(actor, agreement) ? allow : deny('agreements.act-for-party');
}

/** A party gives notice of an agreement in force. */
export function mayGiveNotice(
  actor: Actor,
  agreement: AgreementFacts & { noticeOf: string | null },
): Decision {
  if (!transitionFrom(agreementLifecycle, agreement.state, 'give-notice'))
    return deny('agreements.not-in-force');
  if (agreement.noticeOf) return deny('agreements.notice-given');
  return ownParty(actor, agreement) ? allow : deny('agreements.act-for-party');
}

export const continuations = ['retaken', 'amendment', 'renewal'] as const;
export type Continuation = (typeof continuations)[number];

/**
 * A party, or the organisation that goes on in the place of one that was merged, makes a new draft of it: of what has
 * ended anew, of what is in force as an amendment or a renewal.
 */
export function mayTakeUp(
  actor: Actor,
  agreement: AgreementFacts & { heirs?: readonly string[] },
  as: Continuation,
): Decision {
  const over = isOneOf(finalStates(agreementLifecycle), agreement.state);
  const fits =
    as === 'retaken'
      ? over
      : agreement.state === 'in-force' || (as === 'renewal' && agreement.state === 'ended');
  if (!fits) return deny(as === 'retaken' ? 'agreements.not-over' : 'agreements.not-in-force');
  const isHeir = agreement.heirs?.some((id) => acts(actor, id)) === true;
  return isHeir || ownParty(actor, agreement) ? allow : deny('agreements.act-for-party');
}

/** Whoever represents a party whose turn it is, acting for it; always as a person with a mandate. */
export function maySignAgreement(actor: Actor, agreement: AgreementFacts, now: Date): Decision {
  if (!transitionFrom(agreementLifecycle, agreement.state, 'sign'))
    return deny('agreements.not-open-for-signing');
  if (actor.kind !== 'person') return deny('signed-out');
  const party = ownParty(actor, agreement);
  if (!party) return deny('agreements.act-for-party');
  if (party.signedAt) return deny('agreements.signed-already');
  // 民法典 168: nobody makes a contract with themselves for both sides.
  if (agreement.parties.some(({ signatoryId }) => signatoryId === actor.personId))
    return deny('agreements.signed-for-another');
  if (agreement.signBy && agreement.signBy < now) return deny('agreements.term-is-over');
  const before = agreement.parties.filter(({ position }) => position < party.position);
  return agreement.signingOrder === 'sequence' && before.some((one) => !one.signedAt)
    ? deny('agreements.not-your-turn')
    : allow;
}
