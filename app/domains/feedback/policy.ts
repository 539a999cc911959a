import type { Actor } from '../actor';
import { holdsRole } from '../actor';
import { allow, deny } from '~/lib/decision';
import type { Decision } from '~/lib/decision';

export interface FeedbackFacts {
  authorId: string;
  areaId: string;
  isPublic: boolean;
  state: string;
  hiddenAt: Date | null;
}

export function mayGiveFeedback(actor: Actor): Decision {
  if (actor.kind !== 'person') return deny('signed-out');
  return actor.emailConfirmed ? allow : deny('confirm-address-first');
}

export function mayReadFeedback(actor: Actor, feedback: FeedbackFacts): Decision {
  if (holdsRole(actor, ['moderator', 'staff', 'administrator'], feedback.areaId)) return allow;
  if (actor.kind === 'person' && actor.personId === feedback.authorId) return allow;
  if (feedback.hiddenAt) return deny('hidden-by-moderators');
  return feedback.isPublic ? allow : deny('feedback.not-public');
}

export function mayDecideFeedback(actor: Actor, feedback: FeedbackFacts): Decision {
  if (!holdsRole(actor, ['moderator', 'administrator'], feedback.areaId)) return deny('not-moderator');
  return feedback.state === 'submitted' ? allow : deny('already-decided');
}
