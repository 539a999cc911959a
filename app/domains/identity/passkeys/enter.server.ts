import type { Context, TransactionContext } from '../../context';
import { inTransaction } from '../../in-transaction.server';
import { DomainError } from '../../domain-error';
import { forgetDoneWithSecret } from '../../do-once.server';
import { appendEvent } from '../../ledger/index.server';
import { identityEvents } from '../events';
import { takeEntryCode } from '../proving/entry-code.server';
import { writeSession } from '../sessions.server';
import { wrongPasskey } from './challenges.server';
import { takeRecoveryCode } from './recovery-codes.server';
import type { UsedCredential } from './schema';
import { askForPasskey, notePasskeyUse, verifyPasskey } from './use-passkey.server';
import { sha256 } from '~/lib/sha256';

const purpose = 'second-factor';

/** Who signs in, and by which device. */
export interface Entering {
  half: string;
  userAgent: string;
}

interface SignedIn {
  token: string;
  displayName: string;
}

const expired = () => new DomainError('expired', { reason: 'identity.half-expired' });

async function personOfHalf(ctx: Context, half: string): Promise<string> {
  const row = await ctx.database.read.halfSignIn.findFirst({
    where: { tokenHash: sha256(half), expiresAt: { gt: ctx.clock.now() } },
  });
  if (!row) throw expired();
  return row.personId;
}

/** What the browser asks the device for: any passkey of the portal's. */
export const askToSignIn = (ctx: Context) => askForPasskey(ctx, { purpose: 'sign-in', personId: null });

/** What the browser asks the device for after the password: a passkey of who gave it. */
export async function askForSecondFactor(ctx: Context, half: string) {
  return askForPasskey(ctx, { purpose, personId: await personOfHalf(ctx, half) });
}

async function openFor(ctx: TransactionContext, personId: string, userAgent: string): Promise<SignedIn> {
  const person = await ctx.prisma.person.findUniqueOrThrow({
    where: { id: personId },
    select: { displayName: true, suspendedAt: true, emailConfirmedAt: true },
  });
  if (person.suspendedAt || !person.emailConfirmedAt) throw wrongPasskey();
  return { token: await writeSession(ctx, personId, userAgent), displayName: person.displayName };
}

/**
 * Signs in by a passkey alone: the device is one factor, what unlocks it the other. The refusal is the same whatever
 * is wrong.
 */
export async function signInWithPasskey(
  ctx: Context,
  credential: UsedCredential,
  userAgent: string,
): Promise<SignedIn> {
  const signed = await verifyPasskey(ctx, { purpose: 'sign-in', personId: null }, credential);
  return inTransaction(ctx, async (ctx) => {
    await notePasskeyUse(ctx, signed);
    return openFor(ctx, signed.personId, userAgent);
  });
}

async function endHalf(ctx: TransactionContext, half: string): Promise<void> {
  const { count } = await ctx.prisma.halfSignIn.deleteMany({ where: { tokenHash: sha256(half) } });
  if (count === 0) throw expired();
}

/** Goes in after the password by a passkey. */
export async function enterByPasskey(
  ctx: Context,
  { half, userAgent }: Entering,
  credential: UsedCredential,
): Promise<SignedIn> {
  const personId = await personOfHalf(ctx, half);
  const signed = await verifyPasskey(ctx, { purpose, personId }, credential);
  return inTransaction(ctx, async (ctx) => {
    await endHalf(ctx, half);
    await notePasskeyUse(ctx, signed);
    return openFor(ctx, personId, userAgent);
  });
}

/** Goes in after the password by the code that was mailed to who holds an office. */
export async function enterByMailedCode(
  ctx: Context,
  { half, userAgent }: Entering,
  code: string,
): Promise<SignedIn> {
  const personId = await personOfHalf(ctx, half);
  return inTransaction(ctx, async (ctx) => {
    await takeEntryCode(ctx, { personId, half }, code);
    await endHalf(ctx, half);
    return openFor(ctx, personId, userAgent);
  });
}

/** Goes in after the password by a recovery code, which is used up. The person is told, and how many are left. */
export async function enterByCode(
  ctx: Context,
  { half, userAgent }: Entering,
  code: string,
): Promise<SignedIn> {
  const personId = await personOfHalf(ctx, half);
  return inTransaction(ctx, async (ctx) => {
    await endHalf(ctx, half);
    const left = await takeRecoveryCode(ctx, personId, code);
    await forgetDoneWithSecret(ctx, personId);
    await appendEvent(ctx, identityEvents, {
      type: 'recovery-code.used',
      subjectKind: 'person',
      subjectId: personId,
      publicData: { title: '', left },
    });
    return openFor(ctx, personId, userAgent);
  });
}
