import { z } from 'zod';
import type { Context } from '../context';
import { DomainError } from '../domain-error';
import { appendEvent } from '../ledger/index.server';
import { identityEvents } from './events';
import { endTokens, mailToken, takeToken } from './mail-tokens.server';
import { ensureStrong, hashPassword } from './passwords.server';
import { sha256 } from '~/lib/sha256';
import { openSealed, seal } from '~/platform/crypto/seal.server';
import type { Transaction } from '~/platform/db/database.server';
import { newId } from '~/platform/ids';
import { enqueue } from '~/platform/jobs/enqueue.server';

/**
 * Takes the wish for a link to set a new password. Whether the address is known is looked up by a job afterwards:
 * neither the answer nor the time that it takes tells.
 */
export async function requestPasswordReset(ctx: Context, email: string): Promise<void> {
  const now = ctx.clock.now();
  const payload = { sealedEmail: seal(ctx.configuration.dataKey, email) };
  await ctx.database.transaction((tx) =>
    enqueue(tx, {
      kind: 'identity.reset-link',
      payload,
      runAt: now,
      idempotencyKey: `identity.reset-link:${newId(now)}`,
    }),
  );
}

const payloadSchema = z.object({ sealedEmail: z.string() });

/** The handler of jobs of kind `identity.reset-link`: mails the link where the address has an account. */
export async function mailResetLink(ctx: Context, payload: unknown): Promise<void> {
  const email = openSealed(ctx.configuration.dataKey, payloadSchema.parse(payload).sealedEmail);
  await ctx.database.transaction(async (tx) => {
    const person = await tx.prisma.person.findUnique({ where: { email } });
    if (person?.emailConfirmedAt && !person.suspendedAt)
      await mailToken(tx, ctx, { person, mail: 'reset-password' });
  });
}

/** Writes the new password, ends every mailed link of the person, and the sessions but the one that is kept. */
async function setPassword(
  tx: Transaction,
  ctx: Context,
  change: { personId: string; passwordHash: string; keptSession: string },
): Promise<void> {
  const { personId, passwordHash, keptSession } = change;
  await tx.prisma.person.update({ where: { id: personId }, data: { passwordHash } });
  await endTokens(tx, personId);
  await tx.prisma.session.deleteMany({ where: { personId, tokenHash: { not: keptSession } } });
  await appendEvent(tx, ctx, identityEvents, {
    type: 'person.password-changed',
    subjectKind: 'person',
    subjectId: personId,
    publicData: { title: '' },
  });
}

const personalOf = (person: { email: string; displayName: string }) => [person.email, person.displayName];

/** Sets a new password by a mailed token, and ends every session and every other link; answers the person. */
export async function resetPassword(ctx: Context, token: string, password: string): Promise<string> {
  ensureStrong(password, []);
  const passwordHash = await hashPassword(password);
  return ctx.database.transaction(async (tx) => {
    const personId = await takeToken(tx, ctx, token);
    const person = await tx.prisma.person.findUniqueOrThrow({ where: { id: personId } });
    ensureStrong(password, personalOf(person));
    if (person.suspendedAt) throw new DomainError('expired', { reason: 'identity.token-expired' });
    await setPassword(tx, ctx, { personId, passwordHash, keptSession: '' });
    return personId;
  });
}

/** Changes the password of a signed-in person, who has just given the old one; the session at hand stays. */
export async function changePassword(
  ctx: Context,
  change: { personId: string; password: string; sessionToken: string },
): Promise<void> {
  const { personId, password } = change;
  const person = await ctx.database.read.person.findUniqueOrThrow({ where: { id: personId } });
  ensureStrong(password, personalOf(person), 'newPassword');
  const passwordHash = await hashPassword(password);
  await ctx.database.transaction((tx) =>
    setPassword(tx, ctx, { personId, passwordHash, keptSession: sha256(change.sessionToken) }),
  );
}
