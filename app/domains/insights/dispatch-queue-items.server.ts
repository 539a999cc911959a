import type { Context } from '../context';
import { DomainError } from '../domain-error';
import { claimQueueItem } from '../moderation/index.server';
import { departmentFor } from '../responsibility/index.server';
import { matterToOrder, registerWorkOrder } from '../workorders/index.server';
import { newWorkOrderSchema } from '../workorders/schema';
import { withEachItem } from './decide-queue-item.server';
import type { BulkOutcome } from './decide-queue-item.server';
import { levelOf } from '~/lib/geo/division-code';

/** Of what waits in the moderators' queue, what a work order can take up. */
export const orderableKinds: readonly string[] = ['feedback', 'threshold-reached'];

/**
 * Makes a work order of each matter, with its own words, and sends it to the department named, or to the one that the
 * responsibility lists name. Refused are matters whose words are not for everyone, or too short: their order needs words of its own.
 */
export function dispatchQueueItems(
  ctx: Context,
  ids: readonly string[],
  departmentId: string,
): Promise<BulkOutcome> {
  return withEachItem(ctx, ids, async (item) => {
    if (item.state !== 'open') throw new DomainError('conflict', { reason: 'already-decided' });
    if (!orderableKinds.includes(item.kind))
      throw new DomainError('invalid', { reason: 'moderation.no-order' });
    const kind = item.subjectKind === 'proposal' ? 'proposal' : 'feedback';
    const matter = await matterToOrder(ctx, { kind, id: item.subjectId });
    if (matter.confidential) throw new DomainError('invalid', { reason: 'moderation.needs-own-words' });
    const { areaId, category } = matter;
    const asked = { areaId, category, level: levelOf(areaId) };
    const chosen = await departmentFor(ctx, departmentId, () => asked);
    const { success, data: input } = newWorkOrderSchema.safeParse({
      ...{ subjectKind: kind, subjectId: item.subjectId, departmentId: chosen, category },
      ...{ title: matter.title, description: matter.description },
    });
    // What a system outside sends in may be shorter than what an order says.
    if (!success) throw new DomainError('invalid', { reason: 'moderation.words-too-short' });
    // Held by whoever does it: of two at once one makes the order.
    await claimQueueItem(ctx, item.id);
    await registerWorkOrder(onItsOwn(ctx, item.id), input);
  });
}

/** One form makes many orders: each is an act of its own, done once however often it is sent. */
function onItsOwn(ctx: Context, id: string): Context {
  return { ...ctx, formDigest: () => Promise.resolve(`dispatch-queue-item:${id}`) };
}
