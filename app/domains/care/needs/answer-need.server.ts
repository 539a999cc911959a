import type { Context } from '../../context';
import { ensure } from '../../domain-error';
import { inTransaction } from '../../in-transaction.server';
import { personOf } from '../../person-of';
import { concernedBy, holdNeed, moveNeed, tellOfOffice } from '../load-need.server';
import { mayDecide } from '../policy';
import { ensureOpened } from './look.server';

/**
 * The office takes an entry on, and says how often somebody looks in: whoever does so has read what is asked for.
 * Throws `invalid` where the entry was not opened for that.
 */
export async function acceptNeed(ctx: Context, id: string, rhythmDays: number): Promise<void> {
  const decidedBy = personOf(ctx);
  await inTransaction(ctx, async (ctx) => {
    const need = await holdNeed(ctx, id);
    ensure(mayDecide(ctx.actor, need, 'accept'));
    await ensureOpened(ctx, id);
    const decided = { decidedBy, decidedAt: ctx.clock.now(), rhythmDays };
    await moveNeed(ctx, { need, event: 'accept', columns: decided });
    const { areaId } = need;
    const to = concernedBy(need);
    await tellOfOffice(ctx, { type: 'care-need.accepted', kind: 'care-need', id, areaId, to });
  });
}
