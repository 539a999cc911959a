import type { Context, TransactionContext } from '../../context';
import { inTransaction } from '../../in-transaction.server';
import { ensureRelyingParty, makeChallenge, takeChallenge, wrongPasskey } from './challenges.server';
import type { Asked } from './challenges.server';
import type { UsedCredential } from './schema';

/** What the browser asks the device for: any passkey of the portal's, or one of a known person's. */
export async function askForPasskey(ctx: Context, asked: Asked) {
  const { id: rpID } = ensureRelyingParty(ctx);
  const { personId } = asked;
  const known = personId === null ? [] : await ctx.database.read.passkey.findMany({ where: { personId } });
  const challenge = await inTransaction(ctx, (ctx) => makeChallenge(ctx, asked));
  const { generateAuthenticationOptions } = await import('@simplewebauthn/server');
  return generateAuthenticationOptions({
    rpID,
    challenge: Buffer.from(challenge, 'base64url'),
    userVerification: 'required',
    allowCredentials: known.map(({ credentialId }) => ({ id: credentialId })),
  });
}

interface Signed {
  passkeyId: string;
  personId: string;
  /** What the counter was when the signature was checked, and is by it. */
  counter: number;
  newCounter: number;
}

/**
 * Checks what a passkey has signed: made here, for this purpose, unlocked by its owner, by a passkey that the portal
 * knows and, where one is named, of this person. Writes nothing but that the challenge is used up.
 */
export async function verifyPasskey(ctx: Context, asked: Asked, response: UsedCredential): Promise<Signed> {
  const party = ensureRelyingParty(ctx);
  const challenge = await takeChallenge(ctx, response.response.clientDataJSON, asked);
  const passkey = await ctx.database.read.passkey.findUnique({ where: { credentialId: response.id } });
  const { userHandle } = response.response;
  const owner = userHandle === undefined ? null : Buffer.from(userHandle, 'base64url').toString('utf8');
  if (!passkey || (asked.personId ?? passkey.personId) !== passkey.personId) throw wrongPasskey();
  if (owner !== null && owner !== passkey.personId) throw wrongPasskey();
  const { verifyAuthenticationResponse } = await import('@simplewebauthn/server');
  const { clientDataJSON, authenticatorData, signature } = response.response;
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    response: { ...response, response: { clientDataJSON, authenticatorData, signature } },
    expectedChallenge: challenge,
    expectedOrigin: party.origin,
    expectedRPID: party.id,
    requireUserVerification: true,
    credential: {
      id: passkey.credentialId,
      publicKey: new Uint8Array(Buffer.from(passkey.publicKey, 'base64url')),
      counter: passkey.counter,
    },
  }).catch(() => {
    throw wrongPasskey();
  });
  if (!verified) throw wrongPasskey();
  const { newCounter } = authenticationInfo;
  return { passkeyId: passkey.id, personId: passkey.personId, counter: passkey.counter, newCounter };
}

/** Notes the use in the transaction of what it is used for. Throws where the passkey was removed or used meanwhile. */
export async function notePasskeyUse(ctx: TransactionContext, signed: Signed): Promise<void> {
  const { count } = await ctx.prisma.passkey.updateMany({
    where: { id: signed.passkeyId, counter: signed.counter },
    data: { counter: signed.newCounter, lastUsedAt: ctx.clock.now() },
  });
  if (count === 0) throw wrongPasskey();
}
