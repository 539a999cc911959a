import type { ReadContext } from '../context';
import { DomainError } from '../domain-error';
import { sha256 } from '~/lib/sha256';
import { keyedHash, sameText } from '~/platform/crypto/keyed-hash.server';
import type { Deriving } from '~/platform/keys/hashing.server';
import { createKeyFile, destroyKeyFile, readKeyFile } from '~/platform/files/key-files.server';

/** The columns by which a conversation's key is found and known to be the right one. */
export interface KeyedConversation {
  id: string;
  /** Null of conversations that were opened before there were keys. */
  keyCheck: string | null;
}

/** Under what the answers of a person lie. */
export type ParticipantKey = (personId: string) => string;

/** Beside the keys of ballots, which are named after their ids alone. */
const fileOf = (conversationId: string) => `conversation-${conversationId}`;

/** Half of the key is the file, half is the portal's own secret: neither alone opens anything. */
function derived(ctx: ReadContext, id: string, { by, purpose }: { by: Deriving | null; purpose: string }) {
  const file = readKeyFile(ctx.configuration.ballotKeysDirectory, fileOf(id));
  return file && by && by.derive(file, `conversation ${id} ${purpose}`);
}

/** It names the portal's half. */
const checkOf = (ctx: ReadContext, id: string, by: Deriving | null) => {
  const check = derived(ctx, id, { by, purpose: 'check' });
  return check && by && by.name + sha256(check);
};

/** Makes the key of a conversation that opens, durably. Answers what the database keeps, to tell it from another. */
export function makeParticipantKey(ctx: ReadContext, conversationId: string): string {
  createKeyFile(ctx.configuration.ballotKeysDirectory, fileOf(conversationId));
  const check = checkOf(ctx, conversationId, ctx.keys.deriving(null));
  if (!check) throw new Error(`The key of conversation ${conversationId} could not be written`);
  return check;
}

/** Null where the key is gone: lost, or destroyed because the conversation is over. */
export function participantKeyOf(ctx: ReadContext, conversation: KeyedConversation): ParticipantKey | null {
  const { id, keyCheck } = conversation;
  if (keyCheck === null) return (personId) => personId;
  const by = ctx.keys.deriving(keyCheck);
  const secret = derived(ctx, id, { by, purpose: 'participants' });
  if (secret === null || !sameText(checkOf(ctx, id, by) ?? '', keyCheck)) return null;
  return (personId) => keyedHash(secret, personId);
}

/** The same for an act. Throws `wrong-state` where the key is lost: nothing is taken then, and nobody counts twice. */
export function neededParticipantKey(ctx: ReadContext, conversation: KeyedConversation): ParticipantKey {
  const key = participantKeyOf(ctx, conversation);
  if (!key) throw new DomainError('wrong-state', { reason: 'opinions.key-lost' });
  return key;
}

/** From here on nothing leads from a person to answers, whatever copies of the database there are. */
export function destroyParticipantKey(ctx: ReadContext, conversationId: string): void {
  destroyKeyFile(ctx.configuration.ballotKeysDirectory, fileOf(conversationId));
}
