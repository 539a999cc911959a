import type { Context, ReadContext, TransactionContext } from '../../context';
import { DomainError, ensure } from '../../domain-error';
import { tellOfReading } from '../../identity/index.server';
import { inTransaction } from '../../in-transaction.server';
import { personOf } from '../../person-of';
import { concernedBy, holdNeed } from '../load-need.server';
import { mayLook } from '../policy';
import { hoursOfLook } from '../rules/lasting';
import type { LookPurpose } from '../choices';
import { textIn } from '~/i18n/catalogue';
import { careLooks } from '~/i18n/care-looks';
import { newId } from '~/platform/ids';

/** Whether what is sealed of an entry stands open for the actor now. */
export async function hasOpenLook(ctx: ReadContext, needId: string): Promise<boolean> {
  if (ctx.actor.kind !== 'person') return false;
  const open = await ctx.database.read.careLook.count({
    where: { needId, lookedBy: ctx.actor.personId, purpose: { not: 'task' }, until: { gt: ctx.clock.now() } },
  });
  return open > 0;
}

/** Whoever decides on an entry has read it: throws `invalid` where it does not stand open. */
export async function ensureOpened(ctx: ReadContext, needId: string): Promise<void> {
  if (!(await hasOpenLook(ctx, needId))) throw new DomainError('invalid', { reason: 'care.open-first' });
}

/** Opened as long as the look lasts. */
interface Look {
  need: { id: string; areaId: string; personId: string | null; statedBy: string | null };
  /** `task`: by whoever does it, for the phone number alone. */
  purpose: LookPurpose | 'task';
  until: Date;
}

/** Puts a look on record: those concerned are told, and see it on the entry and beside all that was read of them. */
export async function recordLook(ctx: TransactionContext, { need, purpose, until }: Look): Promise<void> {
  const at = ctx.clock.now();
  await ctx.prisma.careLook.create({
    data: { id: newId(at), needId: need.id, lookedBy: personOf(ctx), purpose, at, until },
  });
  // Chosen words, never typed ones: they are mailed.
  const reason = textIn(ctx.locale, careLooks)(`purpose.${purpose}`);
  for (const personId of new Set(concernedBy(need)))
    if (personId !== null)
      await tellOfReading(ctx, { personId, areaId: need.areaId, readId: need.id, reason });
}

/** The staff opens an entry for a purpose. Opened already it stays so, and nobody is told again. */
export async function lookAtNeed(ctx: Context, id: string, purpose: LookPurpose): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const need = await holdNeed(ctx, id);
    ensure(mayLook(ctx.actor, need));
    if (await hasOpenLook(ctx, id)) return;
    const until = new Date(ctx.clock.now().getTime() + hoursOfLook * 3600_000);
    await recordLook(ctx, { need, purpose, until });
  });
}
