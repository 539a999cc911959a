import type { Context, ReadContext } from '../../context';
import { inTransaction } from '../../in-transaction.server';
import { personOf } from '../../person-of';
import { DomainError } from '../../domain-error';
import { appendEvent } from '../../ledger/index.server';
import { identityEvents } from '../events';
import { confirmOwnPassword } from '../sessions.server';
import { relyingPartyOf } from './relying-party';
import { lockRow } from '~/platform/db/lock-row';

/** Gives an own passkey another name. */
export async function renamePasskey(ctx: Context, { id, name }: { id: string; name: string }): Promise<void> {
  const personId = personOf(ctx);
  const { count } = await inTransaction(ctx, (ctx) =>
    ctx.prisma.passkey.updateMany({ where: { id, personId }, data: { name } }),
  );
  if (count === 0) throw new DomainError('not-found');
}

/**
 * Takes an own passkey away, after the password. The last one stays while a second factor is asked for: nobody locks
 * the own account. Throws `conflict` there.
 */
export async function removePasskey(ctx: Context, input: { id: string; password: string }): Promise<void> {
  const personId = personOf(ctx);
  await confirmOwnPassword(ctx, input.password);
  await inTransaction(ctx, async (ctx) => {
    await lockRow(ctx, 'Person', personId);
    const person = await ctx.prisma.person.findUniqueOrThrow({ where: { id: personId } });
    const own = await ctx.prisma.passkey.findMany({ where: { personId } });
    const passkey = own.find(({ id }) => id === input.id);
    if (!passkey) throw new DomainError('not-found');
    if (person.secondFactorSince !== null && own.length === 1)
      throw new DomainError('conflict', { reason: 'identity.last-passkey' });
    await ctx.prisma.passkey.deleteMany({ where: { id: passkey.id } });
    await appendEvent(ctx, identityEvents, {
      type: 'passkey.removed',
      subjectKind: 'person',
      subjectId: personId,
      publicData: { title: '', device: passkey.name },
    });
  });
}

/** What the page of passkeys shows. */
export async function passkeysPage(ctx: ReadContext) {
  const personId = personOf(ctx);
  const { read } = ctx.database;
  const [person, passkeys, codes] = await Promise.all([
    read.person.findUniqueOrThrow({ where: { id: personId }, select: { secondFactorSince: true } }),
    read.passkey.findMany({
      where: { personId },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      select: { id: true, name: true, createdAt: true, lastUsedAt: true },
    }),
    read.recoveryCode.count({ where: { personId, expiresAt: null } }),
  ]);
  const offered = offersPasskeys(ctx);
  return { passkeys, secondFactorSince: person.secondFactorSince, codes, offered };
}

/** Whether passkeys work at the portal's address. */
export function offersPasskeys(ctx: ReadContext): boolean {
  return relyingPartyOf(ctx.configuration) !== null;
}

/** Whether the actor has a passkey: pages offer it where it can be used. */
export async function hasPasskey(ctx: ReadContext): Promise<boolean> {
  if (ctx.actor.kind !== 'person' || !offersPasskeys(ctx)) return false;
  const { personId } = ctx.actor;
  return (await ctx.database.read.passkey.findFirst({ where: { personId }, select: { id: true } })) !== null;
}
