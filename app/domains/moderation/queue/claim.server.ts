import type { Context, ReadContext } from '../../context';
import { DomainError, ensure } from '../../domain-error';
import { inTransaction } from '../../in-transaction.server';
import { mayWorkOnQueue } from '../policy';

/** For so long an item is left to who claimed it: whoever forgets it holds nobody up. */
export const claimMinutes = 30;

interface Claimable {
  areaId: string;
  state: string;
  assignedTo: string | null;
  claimedUntil: Date | null;
}

/** Whether another than the actor works on the item now. */
export function isClaimedByOther(
  ctx: ReadContext,
  { assignedTo, claimedUntil }: Omit<Claimable, 'areaId' | 'state'>,
): boolean {
  const own = ctx.actor.kind === 'person' && ctx.actor.personId === assignedTo;
  return assignedTo !== null && !own && claimedUntil !== null && claimedUntil > ctx.clock.now();
}

/**
 * Claims an item of the queue for the actor, or claims it for longer. Of two who claim it at once one is refused with
 * `conflict`, as is whoever comes while the claim of another holds.
 */
export async function claimQueueItem(ctx: Context, id: string): Promise<void> {
  const { actor } = ctx;
  if (actor.kind !== 'person') throw new DomainError('signed-out');
  const { personId } = actor;
  await inTransaction(ctx, async (ctx) => {
    const item = await ctx.prisma.queueItem.findUnique({ where: { id } });
    if (!item) throw new DomainError('not-found');
    ensure(mayWorkOnQueue(actor, item.areaId));
    const now = ctx.clock.now();
    const claimed = await ctx.prisma.queueItem.updateMany({
      where: {
        ...{ id, state: 'open' },
        OR: [
          { assignedTo: null },
          { assignedTo: personId },
          { claimedUntil: null },
          { claimedUntil: { lte: now } },
        ],
      },
      data: { assignedTo: personId, claimedUntil: new Date(now.getTime() + claimMinutes * 60_000) },
    });
    if (claimed.count > 0) return;
    const reason = item.state === 'open' ? 'moderation.claimed' : 'already-decided';
    throw new DomainError('conflict', { reason });
  });
}

/** Leaves an item that the actor claimed to others. */
export async function releaseQueueItem(ctx: Context, id: string): Promise<void> {
  const { actor } = ctx;
  if (actor.kind !== 'person') throw new DomainError('signed-out');
  const where = { id, state: 'open', assignedTo: actor.personId };
  await inTransaction(ctx, async (ctx) => {
    const released = await ctx.prisma.queueItem.updateMany({
      where,
      data: { assignedTo: null, claimedUntil: null },
    });
    if (released.count === 0) throw new DomainError('conflict', { reason: 'moderation.not-claimed' });
  });
}

/** Throws `conflict` while another works on the item. */
export function ensureNotClaimed(ctx: ReadContext, item: Claimable): void {
  if (isClaimedByOther(ctx, item)) throw new DomainError('conflict', { reason: 'moderation.claimed' });
}

/** By item who works on it now, by name: moderators know each other. */
export async function claimsOn(ctx: ReadContext, ids: readonly string[]) {
  const { read } = ctx.database;
  const rows = await read.queueItem.findMany({
    where: { id: { in: [...ids] }, assignedTo: { not: null }, claimedUntil: { gt: ctx.clock.now() } },
    select: { id: true, assignedTo: true, claimedUntil: true },
  });
  const personIds = rows.flatMap(({ assignedTo }) => assignedTo ?? []);
  const people = await ctx.subjects.persons.reachable(ctx, personIds);
  const names = new Map(people.map(({ id, displayName }) => [id, displayName]));
  const own = ctx.actor.kind === 'person' ? ctx.actor.personId : null;
  const claims: Partial<Record<string, { name: string; mine: boolean; until: Date | null }>> = {};
  for (const { id, assignedTo, claimedUntil } of rows)
    claims[id] = { name: names.get(assignedTo ?? '') ?? '', mine: assignedTo === own, until: claimedUntil };
  return claims;
}
