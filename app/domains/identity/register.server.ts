import type { Context } from '../context';
import { appendEvent } from '../ledger/index.server';
import { identityEvents } from './events';
import { mailToken, takeToken } from './mail-tokens.server';
import { hashPassword } from './passwords.server';
import { isUniqueViolation } from '~/platform/db/unique-violation';
import { newId } from '~/platform/ids';

export interface Registration {
  email: string;
  displayName: string;
  password: string;
}

/**
 * Registers a person and mails the link that confirms the address. Where the address is known already its
 * owner is mailed instead, and the answer is the same: nobody learns who has an account.
 */
export async function register(ctx: Context, input: Registration): Promise<void> {
  const passwordHash = await hashPassword(input.password);
  try {
    await writePerson(ctx, input, passwordHash);
  } catch (error) {
    // Registered in another place at the same instant: by now the address is known.
    if (!isUniqueViolation(error)) throw error;
    await writePerson(ctx, input, passwordHash);
  }
}

async function writePerson(ctx: Context, input: Registration, passwordHash: string): Promise<void> {
  await ctx.database.transaction(async (tx) => {
    const known = await tx.prisma.person.findUnique({ where: { email: input.email } });
    if (known) {
      const purpose = known.emailConfirmedAt ? 'reset-password' : 'confirm';
      return mailToken(tx, ctx, { person: known, purpose });
    }
    const id = newId(ctx.clock.now());
    const person = await tx.prisma.person.create({
      data: {
        id,
        email: input.email,
        displayName: input.displayName,
        passwordHash,
        locale: ctx.locale,
        createdAt: ctx.clock.now(),
      },
    });
    await mailToken(tx, ctx, { person, purpose: 'confirm' });
    await appendEvent(tx, ctx, identityEvents, {
      type: 'person.registered',
      subjectKind: 'person',
      subjectId: id,
      publicData: { title: input.displayName },
    });
  });
}

/** Confirms the mail address that the token went to; answers the person. */
export async function confirmAddress(ctx: Context, token: string): Promise<string> {
  return ctx.database.transaction(async (tx) => {
    const personId = await takeToken(tx, ctx, token, 'confirm');
    await tx.prisma.person.updateMany({
      where: { id: personId, emailConfirmedAt: null },
      data: { emailConfirmedAt: ctx.clock.now() },
    });
    return personId;
  });
}
