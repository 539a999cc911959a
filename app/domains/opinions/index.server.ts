/** Conversations (pages and URLs say `conversations`): statements, answers to them, and the groups of opinion found in them. */
export { drawConversation } from './pictures/draw-picture.server';
export { endDueConversations } from './end-conversation.server';
export { originOf } from './conversation-list.query.server';
export { clearRemainsOfConversations } from './forget-who.server';
