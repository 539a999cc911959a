import type { Actor } from '../actor';
import { holdsRole } from '../actor';
import { allow, deny } from '~/lib/decision';
import type { Decision } from '~/lib/decision';

export interface ProposalFacts {
  state: string;
  authorId: string;
  areaId: string;
  hiddenAt: Date | null;
}

const isAuthor = (actor: Actor, proposal: ProposalFacts) =>
  actor.kind === 'person' && actor.personId === proposal.authorId;

/** Whoever is signed in with a confirmed address proposes. */
export function mayPropose(actor: Actor): Decision {
  if (actor.kind !== 'person') return deny('signed-out');
  return actor.emailConfirmed ? allow : deny('confirm-address-first');
}

/** The roles in the area whose holders read what moderators hid there. */
export const hiddenProposalReaders = ['moderator', 'administrator'] as const;

/** Its twin for lists: readableProposals. */
export function mayReadProposal(actor: Actor, proposal: ProposalFacts): Decision {
  const staff = holdsRole(actor, hiddenProposalReaders, proposal.areaId);
  if (proposal.hiddenAt && !staff && !isAuthor(actor, proposal)) return deny('hidden-by-moderators');
  if (proposal.state === 'draft' && !isAuthor(actor, proposal)) return deny('proposals.draft-of-another');
  return allow;
}

/** The author edits a draft, and the text while endorsements are gathered; each edit is a version. */
export function mayEditProposal(actor: Actor, proposal: ProposalFacts): Decision {
  if (actor.kind !== 'person') return deny('signed-out');
  if (!isAuthor(actor, proposal)) return deny('proposals.not-author');
  return ['draft', 'gathering'].includes(proposal.state) ? allow : deny('proposals.text-is-fixed');
}

/** Whoever may change it may take it back. */
export function mayWithdrawProposal(actor: Actor, proposal: ProposalFacts): Decision {
  return mayEditProposal(actor, proposal);
}

/** Organisations propose, but do not endorse: the endorsement is the person's. */
export function mayEndorse(actor: Actor, proposal: ProposalFacts): Decision {
  if (proposal.state !== 'gathering' || proposal.hiddenAt) return deny('proposals.not-gathering');
  if (actor.kind !== 'person') return deny('proposals.sign-in-to-endorse');
  if (!actor.emailConfirmed) return deny('confirm-address-first');
  return isAuthor(actor, proposal) ? deny('proposals.own-proposal') : allow;
}

/** Moderators of the area answer officially what is published and was not taken back, merged or left without endorsements. */
export function mayAnswerProposal(actor: Actor, proposal: ProposalFacts): Decision {
  if (!holdsRole(actor, ['moderator', 'administrator'], proposal.areaId)) return deny('not-moderator');
  return ['draft', 'withdrawn', 'expired', 'merged'].includes(proposal.state)
    ? deny('proposals.not-answerable')
    : allow;
}

/** Moderators of the area hide what breaks the rules, and show it again. */
export function mayModerateProposal(actor: Actor, proposal: { areaId: string }): Decision {
  return holdsRole(actor, hiddenProposalReaders, proposal.areaId) ? allow : deny('not-moderator');
}

/** Merging and undoing it: by moderators of both areas. */
export function mayMergeProposals(
  actor: Actor,
  from: { areaId: string },
  into: { areaId: string },
): Decision {
  const moderates = (areaId: string) => holdsRole(actor, ['moderator', 'administrator'], areaId);
  return moderates(from.areaId) && moderates(into.areaId) ? allow : deny('not-moderator');
}
