import { z } from 'zod';
import type { Context, TransactionContext } from '../../context';
import { inTransaction } from '../../in-transaction.server';
import { DomainError } from '../../domain-error';
import { relyingPartyOf } from './relying-party';
import type { RelyingParty } from './relying-party';
import { sha256 } from '~/lib/sha256';
import { randomToken } from '~/platform/crypto/tokens.server';

const minutesValid = 5;

/** What an answer is good for, and of whom it is awaited; null where the passkey itself says who it is. */
export interface Asked {
  purpose: string;
  personId: string | null;
}

/** The refusal of an answer that does not hold, whatever the reason: nothing is told to who tries. */
export const wrongPasskey = () => new DomainError('invalid', { field: '', reason: 'identity.wrong-passkey' });

export function ensureRelyingParty(ctx: Pick<Context, 'configuration'>): RelyingParty {
  const party = relyingPartyOf(ctx.configuration);
  if (!party) throw new DomainError('unavailable', { reason: 'identity.passkeys-need-name' });
  return party;
}

/** Makes what a device is to sign; answers it. The database keeps its hash alone. */
export async function makeChallenge(ctx: TransactionContext, { purpose, personId }: Asked): Promise<string> {
  const challenge = randomToken();
  const now = ctx.clock.now();
  await ctx.prisma.passkeyChallenge.create({
    data: {
      challengeHash: sha256(challenge),
      purpose,
      personId,
      expiresAt: new Date(now.getTime() + minutesValid * 60_000),
    },
  });
  return challenge;
}

const clientData = z.object({ challenge: z.string().max(200) });

function challengeIn(clientDataJSON: string): string | null {
  try {
    const text = Buffer.from(clientDataJSON, 'base64url').toString('utf8');
    return clientData.parse(JSON.parse(text)).challenge;
  } catch {
    return null;
  }
}

/**
 * Uses up the challenge that the answer says it signs, and answers it. It is gone whether the signature then holds or
 * not. Throws where it was made for something else, for somebody else or too long ago.
 */
export async function takeChallenge(
  ctx: Context,
  clientDataJSON: string,
  { purpose, personId }: Asked,
): Promise<string> {
  const challenge = challengeIn(clientDataJSON);
  if (challenge === null) throw wrongPasskey();
  const now = ctx.clock.now();
  const { count } = await inTransaction(ctx, (ctx) =>
    ctx.prisma.passkeyChallenge.deleteMany({
      where: { challengeHash: sha256(challenge), purpose, personId, expiresAt: { gt: now } },
    }),
  );
  if (count === 0) throw wrongPasskey();
  return challenge;
}
