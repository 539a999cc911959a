import type { Context, ReadContext } from '../../context';
import { inTransaction } from '../../in-transaction.server';
import { personOf } from '../../person-of';
import { DomainError } from '../../domain-error';
import { appendEvent } from '../../ledger/index.server';
import { identityEvents } from '../events';
import { confirmOwnPassword } from '../sessions.server';
import { ensureRelyingParty, makeChallenge, takeChallenge, wrongPasskey } from './challenges.server';
import type { RelyingParty } from './relying-party';
import type { NewCredential } from './schema';
import { lockRow } from '~/platform/db/lock-row';
import { newId } from '~/platform/ids';

/** Of one person. */
const mostPasskeys = 20;
/** COSE: EdDSA, ES256, RS256; what every device has one of. */
const algorithms = [-8, -7, -257];
const purpose = 'add';

/**
 * What the browser asks the device for, after the password: whoever sits before a screen that was left signed in adds
 * none. Throws `invalid` at the password.
 */
export async function askForNewPasskey(ctx: Context, password: string) {
  const { id: rpID } = ensureRelyingParty(ctx);
  const personId = personOf(ctx);
  await confirmOwnPassword(ctx, password);
  const person = await ctx.database.read.person.findUniqueOrThrow({ where: { id: personId } });
  const known = await ctx.database.read.passkey.findMany({ where: { personId } });
  if (known.length >= mostPasskeys)
    throw new DomainError('conflict', { reason: 'identity.passkeys-full', params: { most: mostPasskeys } });
  const challenge = await inTransaction(ctx, (ctx) => makeChallenge(ctx, { purpose, personId }));
  const rpName = await ctx.subjects.portalName(ctx, ctx.locale);
  const { generateRegistrationOptions } = await import('@simplewebauthn/server');
  return generateRegistrationOptions({
    rpName,
    rpID,
    userName: person.email,
    userDisplayName: person.displayName,
    userID: new TextEncoder().encode(personId),
    challenge: Buffer.from(challenge, 'base64url'),
    attestationType: 'none',
    supportedAlgorithmIDs: algorithms,
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    excludeCredentials: known.map(({ credentialId }) => ({ id: credentialId })),
  });
}

/** What the device made, checked. */
async function verified(party: RelyingParty, challenge: string, response: NewCredential) {
  const { verifyRegistrationResponse } = await import('@simplewebauthn/server');
  const { transports, ...made } = response.response;
  const { registrationInfo } = await verifyRegistrationResponse({
    response: { ...response, response: { ...made, transports: transports ?? [] } },
    expectedChallenge: challenge,
    expectedOrigin: party.origin,
    expectedRPID: party.id,
    requireUserVerification: true,
    supportedAlgorithmIDs: algorithms,
  }).catch(() => {
    throw wrongPasskey();
  });
  if (!registrationInfo) throw wrongPasskey();
  return registrationInfo.credential;
}

/** The same form sent again: what the device made is kept already, and its challenge used up. */
async function keptAlready(ctx: ReadContext, personId: string, credentialId: string): Promise<string | null> {
  const where = { credentialId, personId };
  return (await ctx.database.read.passkey.findFirst({ where, select: { id: true } }))?.id ?? null;
}

/** Keeps the passkey that the device has made; answers its id. The person is told. */
export async function addPasskey(
  ctx: Context,
  input: { credential: NewCredential; name: string },
): Promise<string> {
  const party = ensureRelyingParty(ctx);
  const personId = personOf(ctx);
  const { id: credentialId, response } = input.credential;
  const kept = await keptAlready(ctx, personId, credentialId);
  if (kept !== null) return kept;
  const challenge = await takeChallenge(ctx, response.clientDataJSON, { purpose, personId });
  const made = await verified(party, challenge, input.credential);
  return inTransaction(ctx, async (ctx) => {
    await lockRow(ctx, 'Person', personId);
    const known = await ctx.prisma.passkey.count({ where: { personId } });
    if (known >= mostPasskeys)
      throw new DomainError('conflict', { reason: 'identity.passkeys-full', params: { most: mostPasskeys } });
    if ((await ctx.prisma.passkey.count({ where: { credentialId: made.id } })) > 0) throw wrongPasskey();
    const id = newId(ctx.clock.now());
    await ctx.prisma.passkey.create({
      data: {
        ...{ id, personId, name: input.name, credentialId: made.id, counter: made.counter },
        publicKey: Buffer.from(made.publicKey).toString('base64url'),
        transports: (response.transports ?? []).join(','),
        createdAt: ctx.clock.now(),
      },
    });
    await appendEvent(ctx, identityEvents, {
      type: 'passkey.added',
      subjectKind: 'person',
      subjectId: personId,
      publicData: { title: '', device: input.name },
    });
    return id;
  });
}
