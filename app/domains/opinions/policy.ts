import type { Actor } from '../actor';
import { holdsRole } from '../actor';
import { allow, deny } from '~/lib/decision';
import type { Decision } from '~/lib/decision';

export interface ConversationFacts {
  areaId: string;
  state: string;
  closesAt: Date;
}

/** Moderators of the area open a conversation, and lead it. */
export function mayLeadConversation(actor: Actor, conversation: { areaId: string }): Decision {
  return holdsRole(actor, ['moderator', 'administrator'], conversation.areaId)
    ? allow
    : deny('not-moderator');
}

/** Whether the person may open one somewhere. */
export function mayOpenConversation(actor: Actor): Decision {
  const leads = actor.kind === 'person' && actor.roles.some(({ role }) => role !== 'staff');
  return leads ? allow : deny('not-moderator');
}

export function isOpen(conversation: ConversationFacts, now: Date): boolean {
  return conversation.state === 'open' && now < conversation.closesAt;
}

/** Anyone with a confirmed address answers and writes statements, until the closing instant. */
export function mayTakePart(actor: Actor, conversation: ConversationFacts, now: Date): Decision {
  if (!isOpen(conversation, now)) return deny('opinions.closed');
  if (actor.kind !== 'person') return deny('signed-out');
  return actor.emailConfirmed ? allow : deny('confirm-address-first');
}
