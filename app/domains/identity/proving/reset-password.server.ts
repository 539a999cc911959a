import { z } from 'zod';
import type { Context, TransactionContext } from '../../context';
import { inTransaction } from '../../in-transaction.server';
import { DomainError } from '../../domain-error';
import { appendEvent } from '../../ledger/index.server';
import { forgetDevices } from '../../notifications/index.server';
import { identityEvents } from '../events';
import { endTokens, mailToken, takeToken } from './mail-tokens.server';
import { ensureStrong, hashPassword } from './passwords.server';
import { newId } from '~/platform/ids';
import { enqueue } from '~/platform/jobs/enqueue.server';

/**
 * Takes the wish for a link to set a new password. Whether the address is known is looked up by a job afterwards:
 * neither the answer nor the time that it takes tells.
 */
export async function requestPasswordReset(ctx: Context, email: string): Promise<void> {
  const now = ctx.clock.now();
  const payload = { sealedEmail: ctx.keys.seal(email) };
  await inTransaction(ctx, (ctx) =>
    enqueue(ctx, {
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
  const email = ctx.keys.open(payloadSchema.parse(payload).sealedEmail);
  await inTransaction(ctx, async (ctx) => {
    const person = await ctx.prisma.person.findUnique({ where: { email } });
    if (person?.emailConfirmedAt && !person.suspendedAt)
      await mailToken(ctx, { person, mail: 'reset-password' });
  });
}

/**
 * Writes the new password, and ends every mailed link and every session of the person. Passkeys and recovery codes stay:
 * whoever reads the mail gets a password by it, and no more.
 */
export async function setPassword(
  ctx: TransactionContext,
  change: { personId: string; passwordHash: string },
): Promise<void> {
  const { personId, passwordHash } = change;
  await ctx.prisma.person.update({ where: { id: personId }, data: { passwordHash } });
  await endTokens(ctx, personId);
  await ctx.prisma.session.deleteMany({ where: { personId } });
  await forgetDevices(ctx, { personId });
  await ctx.prisma.halfSignIn.deleteMany({ where: { personId } });
  await appendEvent(ctx, identityEvents, {
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
  return inTransaction(ctx, async (ctx) => {
    const personId = await takeToken(ctx, token);
    const person = await ctx.prisma.person.findUniqueOrThrow({ where: { id: personId } });
    ensureStrong(password, personalOf(person));
    if (person.suspendedAt) throw new DomainError('expired', { reason: 'identity.token-expired' });
    await setPassword(ctx, { personId, passwordHash });
    return personId;
  });
}

/** Changes the password of a signed-in person, who has just given the old one. Every session ends: who asks gets a new one. */
export async function changePassword(
  ctx: Context,
  change: { personId: string; password: string },
): Promise<void> {
  const { personId, password } = change;
  const person = await ctx.database.read.person.findUniqueOrThrow({ where: { id: personId } });
  ensureStrong(password, personalOf(person), 'newPassword');
  const passwordHash = await hashPassword(password);
  await inTransaction(ctx, (ctx) => setPassword(ctx, { personId, passwordHash }));
}
