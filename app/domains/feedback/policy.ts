import type { Actor } from '../actor';
import { holdsRole } from '../actor';
import { misconduct } from './kinds';
import { allow, deny } from '~/lib/decision';
import type { Decision } from '~/lib/decision';

export interface FeedbackFacts {
  authorId: string;
  areaId: string;
  isPublic: boolean;
  kind: string;
  state: string;
  hiddenAt: Date | null;
  /** The departments to which work orders have taken the matter: they read it too. Those who leave it out give none. */
  departmentIds?: readonly string[];
}

/** Who asked it, and nobody else: the asker's own rights, and the call-back. */
export const isAuthor = (actor: Actor, feedback: { authorId: string }) =>
  actor.kind === 'person' && actor.personId === feedback.authorId;

const worksOn = (actor: Actor, feedback: FeedbackFacts) =>
  actor.kind === 'person' &&
  actor.memberships.some(
    (member) => member.verified && feedback.departmentIds?.includes(member.organisationId),
  );

/** Whoever is signed in with a confirmed address asks the administration. */
export function mayGiveFeedback(actor: Actor): Decision {
  if (actor.kind !== 'person') return deny('signed-out');
  return actor.emailConfirmed ? allow : deny('confirm-address-first');
}

/** The roles in the area whose holders read all feedback there. */
export const feedbackReaders = ['moderator', 'staff', 'administrator'] as const;

/** Those whose holders read a report of misconduct: no staff of departments, one of which may be what it is about. */
export const misconductReaders = ['moderator', 'administrator'] as const;

/**
 * A report of misconduct is read by who made it, and by moderators and administrators of the area who act for none of the
 * departments to which it was dispatched: an office never reads what was said about it.
 */
function mayReadMisconduct(actor: Actor, feedback: FeedbackFacts): Decision {
  if (isAuthor(actor, feedback)) return allow;
  const reads = holdsRole(actor, misconductReaders, feedback.areaId) && !worksOn(actor, feedback);
  return reads ? allow : deny('feedback.misconduct');
}

/** What is taken back is read by those who read what is not public. Its twin for lists: readableFeedback. */
export function mayReadFeedback(actor: Actor, feedback: FeedbackFacts): Decision {
  if (feedback.kind === misconduct) return mayReadMisconduct(actor, feedback);
  if (holdsRole(actor, feedbackReaders, feedback.areaId)) return allow;
  if (isAuthor(actor, feedback) || worksOn(actor, feedback)) return allow;
  if (feedback.hiddenAt) return deny('hidden-by-moderators');
  if (!feedback.isPublic) return deny('feedback.not-public');
  return feedback.state === 'withdrawn' ? deny('feedback.taken-back') : allow;
}

/** Who opens the name behind a report of misconduct: whoever reads the report and did not make it. */
export function mayReadReporter(actor: Actor, feedback: FeedbackFacts): Decision {
  if (feedback.kind !== misconduct || isAuthor(actor, feedback)) return deny('feedback.misconduct');
  return mayReadMisconduct(actor, feedback);
}

/** Moderators of the area answer or refuse what waits. */
export function mayDecideFeedback(actor: Actor, feedback: FeedbackFacts): Decision {
  if (!holdsRole(actor, ['moderator', 'administrator'], feedback.areaId)) return deny('not-moderator');
  return feedback.state === 'submitted' ? allow : deny('already-decided');
}

/** The author takes it back as long as nobody has begun. */
export function mayWithdrawFeedback(actor: Actor, feedback: FeedbackFacts): Decision {
  if (!isAuthor(actor, feedback)) return deny('feedback.not-author');
  return feedback.state === 'submitted' ? allow : deny('already-decided');
}

/** Moderators of the area hide what breaks the rules, and show it again. */
export function mayModerateFeedback(actor: Actor, feedback: { areaId: string }): Decision {
  return holdsRole(actor, ['moderator', 'administrator'], feedback.areaId) ? allow : deny('not-moderator');
}
