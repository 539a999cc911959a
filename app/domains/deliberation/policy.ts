import type { Actor } from '../actor';
import { holdsRole } from '../actor';
import { allow, deny } from '~/lib/decision';
import type { Decision } from '~/lib/decision';

/** Minutes in which an author may change a comment: later, others have read and answered it. */
export const editMinutes = 30;

export interface CommentFacts {
  authorId: string;
  areaId: string;
  createdAt: Date;
  removedAt: Date | null;
  hiddenAt: Date | null;
}

/** Whoever is signed in with a confirmed address takes part in discussions. */
export function mayComment(actor: Actor): Decision {
  if (actor.kind !== 'person') return deny('sign-in-to-comment');
  return actor.emailConfirmed ? allow : deny('confirm-address-first');
}

/** Its author takes a comment back, once. */
export function mayRemoveComment(actor: Actor, comment: CommentFacts): Decision {
  if (actor.kind !== 'person' || actor.personId !== comment.authorId) return deny('deliberation.not-yours');
  return comment.removedAt ? deny('already-decided') : allow;
}

/** The author corrects a comment within half an hour, unless moderators hid it. */
export function mayEditComment(actor: Actor, comment: CommentFacts, now: Date): Decision {
  const own = mayRemoveComment(actor, comment);
  if (!own.allowed) return own;
  if (comment.hiddenAt) return deny('hidden-by-moderators');
  const minutes = (now.getTime() - comment.createdAt.getTime()) / 60_000;
  return minutes <= editMinutes ? allow : deny('deliberation.too-late-to-edit');
}

/** The roles in the area whose holders read on what they hid in a discussion. */
export const discussionModerators = ['moderator', 'administrator'] as const;

/**
 * A comment where its matter may be read: what was hidden only by its author and by moderators, what was taken back by
 * nobody. Its twin for lists: readableComments.
 */
export function mayReadComment(actor: Actor, comment: CommentFacts): Decision {
  if (comment.removedAt) return deny('deliberation.not-to-be-read');
  const own = actor.kind === 'person' && actor.personId === comment.authorId;
  const reads = !comment.hiddenAt || own || mayModerateComment(actor, comment).allowed;
  return reads ? allow : deny('hidden-by-moderators');
}

/** Who may hide a comment, sum a discussion up, and read on what was hidden. */
export function mayModerateComment(actor: Actor, comment: { areaId: string }): Decision {
  return holdsRole(actor, discussionModerators, comment.areaId) ? allow : deny('not-moderator');
}

/** Anyone with a confirmed address weighs a comment that can be read, but for the own one. */
export function mayVoteOnComment(actor: Actor, comment: CommentFacts): Decision {
  const may = mayComment(actor);
  if (!may.allowed) return may;
  if (comment.removedAt || comment.hiddenAt) return deny('deliberation.not-to-be-read');
  return actor.kind === 'person' && actor.personId === comment.authorId
    ? deny('deliberation.own-comment')
    : allow;
}

/** Earlier versions are for all; what moderators hid, they alone read on. */
export function mayReadVersions(actor: Actor, comment: CommentFacts): Decision {
  if (comment.removedAt) return deny('deliberation.not-to-be-read');
  return comment.hiddenAt && !mayModerateComment(actor, comment).allowed
    ? deny('hidden-by-moderators')
    : allow;
}
