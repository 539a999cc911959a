import type { Context, TransactionContext } from '../../context';
import { doOnceWithSecret } from '../../do-once.server';
import { DomainError, ensure } from '../../domain-error';
import { appendEvent } from '../../ledger/index.server';
import { identityEvents } from '../events';
import { mayGiveRecoveryCode, mayOpenCounter } from '../policy';
import { makeCounterCode } from './recovery-codes.server';
import { lockRow } from '~/platform/db/lock-row';

/** A visit to the counter is followed by signing in, not by a hunt for the paper next week. */
export const counterCodeHours = 24;

/** One answer for who has no account, has a closed one, or lives elsewhere: the counter is no way to learn who takes part. */
const notHere = () => new DomainError('invalid', { field: 'email', reason: 'identity.nobody-here' });

/** The person with an address to whom the actor may give a code, held until the code is written. */
async function personHere(ctx: TransactionContext, email: string) {
  const found = await ctx.prisma.person.findUnique({ where: { email }, select: { id: true } });
  if (!found) throw notHere();
  await lockRow(ctx, 'Person', found.id);
  const person = await ctx.prisma.person.findUniqueOrThrow({
    where: { id: found.id },
    select: {
      ...{ email: true, suspendedAt: true, secondFactorSince: true },
      ...{ residenceAreaId: true, homeAreaId: true },
    },
  });
  const { residenceAreaId, homeAreaId, secondFactorSince } = person;
  const here = { personId: found.id, areaId: residenceAreaId ?? homeAreaId };
  const decision = mayGiveRecoveryCode(ctx.actor, here);
  const isOwn = ctx.actor.kind === 'person' && ctx.actor.personId === found.id;
  if (isOwn) ensure(decision);
  if (!decision.allowed || person.suspendedAt || person.email !== email) throw notHere();
  return { ...here, secondFactorSince };
}

/**
 * Makes a code that the counter hands to a person who has lost every passkey and code, and who has proved there to be
 * that person; `seen` says by what. The code replaces the passkey and not the password: neither whoever gives it nor
 * whoever reads the person's mail gets in by it alone. On record, and the person is told at once.
 */
export async function giveRecoveryCode(
  ctx: Context,
  { email, seen }: { email: string; seen: string },
): Promise<string> {
  ensure(mayOpenCounter(ctx.actor));
  const { secret } = await doOnceWithSecret(ctx, 'recovery-code.give', async (ctx) => {
    const { personId, areaId, secondFactorSince } = await personHere(ctx, email);
    if (secondFactorSince === null)
      throw new DomainError('conflict', { field: 'email', reason: 'identity.no-second-factor' });
    const expiresAt = new Date(ctx.clock.now().getTime() + counterCodeHours * 3600_000);
    const code = await makeCounterCode(ctx, personId, expiresAt);
    await appendEvent(ctx, identityEvents, {
      type: 'recovery-code.given',
      subjectKind: 'person',
      subjectId: personId,
      areaId,
      publicData: { title: '', seen },
    });
    return { id: personId, secret: code };
  });
  return secret;
}
