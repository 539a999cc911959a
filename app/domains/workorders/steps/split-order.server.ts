import type { Context, TransactionContext } from '../../context';
import { ensureCategory } from '../../categories/index.server';
import { doOnce } from '../../do-once.server';
import { DomainError } from '../../domain-error';
import { changedMeanwhile } from './changed-meanwhile.server';
import { awaitDispatch } from './dispatch-order.server';
import { moveLinks } from '../links/move-links.server';
import { ensureStep, holdWorkOrder, loadWorkOrder, takeStep, tellOfOrder } from './move-work-order.server';
import type { LoadedWorkOrder } from './move-work-order.server';
import { nextNumber } from '../registering/next-number.server';
import type { WordsTaken } from '../visibility';
import { ensureForAll } from './words-for-all.server';
import { wordsTakenBySplit } from '../registering/words-taken.server';
import { newId } from '~/platform/ids';

export interface Splitting {
  id: string;
  version: number;
  /** `kind:id` of the matters that leave. */
  matters: string[];
  title: string;
  description: string;
  category: string;
  reason: string;
}

function chosen(order: LoadedWorkOrder, matters: readonly string[]) {
  const leaving = order.links.filter((link) => matters.includes(`${link.subjectKind}:${link.subjectId}`));
  if (leaving.length === 0 || leaving.length === order.links.length)
    throw new DomainError('invalid', { field: 'matters', reason: 'work-orders.split-nothing' });
  return leaving;
}

async function newOrder(
  ctx: TransactionContext,
  given: { from: LoadedWorkOrder; words: WordsTaken } & Splitting,
) {
  const { from, words, title, description, category } = given;
  const now = ctx.clock.now();
  const { areaId, handlingAreaId, level, urgency, latitude, longitude, place, isConfidential } = from;
  return ctx.prisma.workOrder.create({
    data: {
      id: newId(now),
      number: await nextNumber(ctx),
      title,
      description,
      ...words,
      category,
      areaId,
      handlingAreaId,
      level,
      urgency,
      latitude,
      longitude,
      place,
      isConfidential,
      state: 'registered',
      splitFromId: from.id,
      createdBy: ctx.actor.kind === 'person' ? ctx.actor.personId : 'system',
      createdAt: now,
      updatedAt: now,
    },
  });
}

/** 拆单: some of the matters leave for an order of their own, which waits for dispatch. Answers its id. */
export async function splitOrder(ctx: Context, input: Splitting): Promise<string> {
  try {
    return await doOnce(ctx, 'work-order.split', async (ctx) => {
      const order = await holdWorkOrder(ctx, input.id);
      if (order.version !== input.version) throw new DomainError('conflict', { reason: 'changed-meanwhile' });
      ensureStep(ctx, order, 'split');
      await ensureForAll(ctx, order, { reason: input.reason });
      const leaving = chosen(order, input.matters);
      await ensureCategory(ctx, input.category, { kept: order.category });
      const words = await wordsTakenBySplit(ctx, { ...input, from: order, leaving });
      const created = await newOrder(ctx, { ...input, from: order, words });
      await takeStep(ctx, {
        order,
        event: 'split',
        tells: 'work-order.split',
        publicData: { other: created.number, reason: input.reason },
      });
      await moveLinks(ctx, { from: order, toId: created.id, matters: leaving });
      const fresh = await loadWorkOrder(ctx, created.id);
      await tellOfOrder(ctx, { order: fresh, type: 'work-order.registered' });
      await awaitDispatch(ctx, fresh);
      return created.id;
    });
  } catch (error) {
    if (error instanceof DomainError && error.reason === 'changed-meanwhile')
      throw await changedMeanwhile(ctx, input.id);
    throw error;
  }
}
