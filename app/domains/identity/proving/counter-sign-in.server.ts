import { randomBytes } from 'node:crypto';
import type { Context, TransactionContext } from '../../context';
import { doOnceWithSecret, forgetDoneWithSecret } from '../../do-once.server';
import { DomainError, ensure } from '../../domain-error';
import { inTransaction } from '../../in-transaction.server';
import { appendEvent } from '../../ledger/index.server';
import { personOf } from '../../person-of';
import { identityEvents } from '../events';
import { mayGiveSignIn, mayOpenCounter } from '../policy';
import { bytesOfCode, codeOfBytes, plainCode } from '../rules/recovery-code';
import { ensureStrong, hashPassword } from './passwords.server';
import { setPassword } from './reset-password.server';
import { sha256 } from '~/lib/sha256';
import { lockRow } from '~/platform/db/lock-row';

/** The person stands there: what is not used before they leave is not used at all. */
export const counterSignInMinutes = 15;

const hashOf = (code: string) => sha256(`counter-sign-in|${plainCode(code)}`);

/** One answer for who has no account, has a closed one, or lives elsewhere: the counter is no way to learn who takes part. */
const notHere = () => new DomainError('invalid', { field: 'email', reason: 'identity.nobody-here' });

/** The person with the address to whom the actor may give a code, held until it is written. */
async function personHere(ctx: TransactionContext, email: string) {
  const found = await ctx.prisma.person.findUnique({ where: { email }, select: { id: true } });
  if (!found) throw notHere();
  await lockRow(ctx, 'Person', found.id);
  const person = await ctx.prisma.person.findUniqueOrThrow({
    where: { id: found.id },
    select: {
      ...{ email: true, suspendedAt: true, emailConfirmedAt: true, residenceAreaId: true },
      roles: { select: { role: true, areaId: true } },
    },
  });
  const { residenceAreaId, roles } = person;
  const decision = mayGiveSignIn(ctx.actor, { personId: found.id, residenceAreaId, roles });
  // Said only of who is known there anyway: oneself, and whose office the actor can see.
  if (!decision.allowed && decision.reason !== 'not-moderator') ensure(decision);
  if (!decision.allowed || person.suspendedAt || !person.emailConfirmedAt || person.email !== email)
    throw notHere();
  return { personId: found.id, areaId: residenceAreaId };
}

/**
 * Makes a code by which a person who stands at the counter and has proved there to be that person signs in once; `seen`
 * says by what. It stands for the password alone: who asks for a second step is asked for it. One that was given before
 * holds no longer. On record, and the person is told at once.
 */
export async function giveSignIn(
  ctx: Context,
  { email, seen }: { email: string; seen: string },
): Promise<string> {
  ensure(mayOpenCounter(ctx.actor));
  const { secret } = await doOnceWithSecret(ctx, 'sign-in.give', async (ctx) => {
    const { personId, areaId } = await personHere(ctx, email);
    const code = codeOfBytes(randomBytes(bytesOfCode));
    const now = ctx.clock.now();
    await ctx.prisma.counterSignIn.deleteMany({ where: { personId } });
    await ctx.prisma.counterSignIn.create({
      data: {
        ...{ codeHash: hashOf(code), personId, givenBy: personOf(ctx), createdAt: now },
        expiresAt: new Date(now.getTime() + counterSignInMinutes * 60_000),
      },
    });
    await appendEvent(ctx, identityEvents, {
      ...{ type: 'sign-in.given', subjectKind: 'person', subjectId: personId, areaId },
      publicData: { title: '', seen },
    });
    return { id: personId, secret: code };
  });
  return secret;
}

const wrongCode = () => new DomainError('invalid', { field: 'code', reason: 'identity.wrong-counter-code' });

/**
 * Uses the code up, and sets another password where one is chosen, so that the next time needs no counter; answers the
 * person. The refusal is the same whether there is no such code, it has run out or was used.
 */
export async function signInAtCounter(
  ctx: Context,
  { code, password }: { code: string; password: string },
): Promise<string> {
  const codeHash = hashOf(code);
  if (password !== '') ensureStrong(password, []);
  const passwordHash = password === '' ? null : await hashPassword(password);
  return inTransaction(ctx, async (ctx) => {
    const given = await ctx.prisma.counterSignIn.findUnique({ where: { codeHash } });
    if (!given || given.expiresAt <= ctx.clock.now()) throw wrongCode();
    const { personId } = given;
    await lockRow(ctx, 'Person', personId);
    const used = await ctx.prisma.counterSignIn.deleteMany({ where: { codeHash } });
    const person = await ctx.prisma.person.findUniqueOrThrow({ where: { id: personId } });
    if (used.count === 0 || person.suspendedAt) throw wrongCode();
    await forgetDoneWithSecret(ctx, personId);
    if (passwordHash !== null) {
      ensureStrong(password, [person.email, person.displayName]);
      await setPassword(ctx, { personId, passwordHash });
    }
    await appendEvent(ctx, identityEvents, {
      ...{ type: 'sign-in.used', subjectKind: 'person', subjectId: personId, areaId: person.residenceAreaId },
      publicData: { title: '' },
    });
    return personId;
  });
}
