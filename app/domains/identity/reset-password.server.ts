import type { Context } from '../context';
import { appendEvent } from '../ledger/index.server';
import { identityEvents } from './events';
import { mailToken, takeToken } from './mail-tokens.server';
import { hashPassword } from './passwords.server';
import type { Transaction } from '~/platform/db/database.server';

/** Mails a link to set a new password, where the address is known; says nothing where it is not. */
export async function requestPasswordReset(ctx: Context, email: string): Promise<void> {
  await ctx.database.transaction(async (tx) => {
    const person = await tx.prisma.person.findUnique({ where: { email } });
    if (person) await mailToken(tx, ctx, { person, purpose: 'reset-password' });
  });
}

async function setPassword(
  tx: Transaction,
  ctx: Context,
  personId: string,
  passwordHash: string,
): Promise<void> {
  await tx.prisma.person.update({ where: { id: personId }, data: { passwordHash } });
  await appendEvent(tx, ctx, identityEvents, {
    type: 'person.password-changed',
    subjectKind: 'person',
    subjectId: personId,
    publicData: { title: '' },
  });
}

/** Sets a new password by a mailed token, and ends every session. The address counts as confirmed. */
export async function resetPassword(ctx: Context, token: string, password: string): Promise<string> {
  const passwordHash = await hashPassword(password);
  return ctx.database.transaction(async (tx) => {
    const personId = await takeToken(tx, ctx, token, 'reset-password');
    await setPassword(tx, ctx, personId, passwordHash);
    await tx.prisma.person.updateMany({
      where: { id: personId, emailConfirmedAt: null },
      data: { emailConfirmedAt: ctx.clock.now() },
    });
    await tx.prisma.session.deleteMany({ where: { personId } });
    return personId;
  });
}

/** Changes the password of a signed-in person, who has just given the old one. */
export async function changePassword(ctx: Context, personId: string, password: string): Promise<void> {
  const passwordHash = await hashPassword(password);
  await ctx.database.transaction((tx) => setPassword(tx, ctx, personId, passwordHash));
}
