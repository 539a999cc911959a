import type { Context, TransactionContext } from '../../context';
import { personOf } from '../../person-of';
import { inTransaction } from '../../in-transaction.server';
import { doOnceWithSecret, forgetDoneWithSecret } from '../../do-once.server';
import { DomainError } from '../../domain-error';
import { appendEvent } from '../../ledger/index.server';
import { forgetDevices } from '../../notifications/index.server';
import { identityEvents } from '../events';
import { confirmOwnPassword, sessionKey } from '../sessions.server';
import { makeOwnCodes } from './recovery-codes.server';
import { lockRow } from '~/platform/db/lock-row';

interface Confirmed {
  password: string;
  /** Of the session at hand, which goes on. */
  token: string;
}

async function confirmedPerson(ctx: Context, password: string): Promise<string> {
  const personId = personOf(ctx);
  await confirmOwnPassword(ctx, password);
  return personId;
}

type Told = 'second-factor.turned-on' | 'second-factor.turned-off' | 'recovery-codes.made';

const tellOfFactor = (ctx: TransactionContext, type: Told, personId: string) =>
  appendEvent(ctx, identityEvents, {
    type,
    subjectKind: 'person',
    subjectId: personId,
    publicData: { title: '' },
  });

async function heldPerson(ctx: TransactionContext, personId: string) {
  await lockRow(ctx, 'Person', personId);
  return ctx.prisma.person.findUniqueOrThrow({
    where: { id: personId },
    select: { secondFactorSince: true },
  });
}

const inLines = (codes: readonly string[]) => codes.join('\n');

/**
 * From now on the password alone lets nobody in. Takes a passkey, which the person must have; answers the recovery
 * codes, in lines, which are shown this once. Other sessions end: they were opened by a password alone.
 */
export async function turnOnSecondFactor(ctx: Context, { password, token }: Confirmed): Promise<string> {
  const personId = await confirmedPerson(ctx, password);
  const { secret } = await doOnceWithSecret(ctx, 'second-factor.turn-on', async (ctx) => {
    const person = await heldPerson(ctx, personId);
    if (person.secondFactorSince !== null) throw new DomainError('conflict', { reason: 'changed-meanwhile' });
    if ((await ctx.prisma.passkey.count({ where: { personId } })) === 0)
      throw new DomainError('conflict', { reason: 'identity.passkey-first' });
    await ctx.prisma.person.update({
      where: { id: personId },
      data: { secondFactorSince: ctx.clock.now() },
    });
    await ctx.prisma.session.deleteMany({ where: { personId, tokenHash: { not: sessionKey(token) } } });
    await forgetDevices(ctx, { personId, but: sessionKey(token) });
    const codes = await makeOwnCodes(ctx, personId);
    await tellOfFactor(ctx, 'second-factor.turned-on', personId);
    return { id: personId, secret: inLines(codes) };
  });
  return secret;
}

/** Gives out new recovery codes; the old ones hold no longer. */
export async function renewRecoveryCodes(ctx: Context, password: string): Promise<string> {
  const personId = await confirmedPerson(ctx, password);
  const { secret } = await doOnceWithSecret(ctx, 'recovery-codes.renew', async (ctx) => {
    const person = await heldPerson(ctx, personId);
    if (person.secondFactorSince === null) throw new DomainError('conflict', { reason: 'changed-meanwhile' });
    await forgetDoneWithSecret(ctx, personId);
    const codes = await makeOwnCodes(ctx, personId);
    await tellOfFactor(ctx, 'recovery-codes.made', personId);
    return { id: personId, secret: inLines(codes) };
  });
  return secret;
}

/** The password alone lets the person in again; the recovery codes go. */
export async function turnOffSecondFactor(ctx: Context, password: string): Promise<void> {
  const personId = await confirmedPerson(ctx, password);
  await inTransaction(ctx, async (ctx) => {
    const person = await heldPerson(ctx, personId);
    if (person.secondFactorSince === null) return;
    await ctx.prisma.person.update({ where: { id: personId }, data: { secondFactorSince: null } });
    await ctx.prisma.recoveryCode.deleteMany({ where: { personId } });
    await forgetDoneWithSecret(ctx, personId);
    await tellOfFactor(ctx, 'second-factor.turned-off', personId);
  });
}
