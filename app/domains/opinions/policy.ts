import type { Actor } from '../actor';
import { holdsRole } from '../actor';
import { allow, deny } from '~/lib/decision';
import type { Decision } from '~/lib/decision';

export interface ConversationFacts {
  areaId: string;
  state: string;
  closesAt: Date;
}

/** The roles in the area whose holders lead its conversations. */
export const conversationLeaders = ['moderator', 'administrator'] as const;

/** What waits or was refused is read by its author and by who leads. Its twin for lists: readableStatements. */
export function mayReadStatement(
  actor: Actor,
  statement: { state: string; authorId: string | null; areaId: string },
): Decision {
  if (statement.state === 'shown' || holdsRole(actor, conversationLeaders, statement.areaId)) return allow;
  const own = actor.kind === 'person' && actor.personId === statement.authorId;
  return own ? allow : deny('opinions.statement-not-shown');
}

/** Moderators of the area open a conversation, and lead it. */
export function mayLeadConversation(actor: Actor, conversation: { areaId: string }): Decision {
  return holdsRole(actor, conversationLeaders, conversation.areaId) ? allow : deny('not-moderator');
}

/** Whether the person may open one somewhere. */
export function mayOpenConversation(actor: Actor): Decision {
  const leads = actor.kind === 'person' && actor.roles.some(({ role }) => role !== 'staff');
  return leads ? allow : deny('not-moderator');
}

/** Whether answers are taken now. */
export function isOpen(conversation: ConversationFacts, now: Date): boolean {
  return conversation.state === 'open' && now < conversation.closesAt;
}

/** Anyone with a confirmed address answers and writes statements, until the closing instant. */
export function mayTakePart(actor: Actor, conversation: ConversationFacts, now: Date): Decision {
  if (!isOpen(conversation, now)) return deny('opinions.closed');
  if (actor.kind !== 'person') return deny('signed-out');
  return actor.emailConfirmed ? allow : deny('confirm-address-first');
}
