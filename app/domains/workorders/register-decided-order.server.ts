import type { TransactionContext } from '../context';
import { ensure } from '../domain-error';
import { isVerifiedDepartment } from '../organisations/index.server';
import { awaitDispatch } from './dispatch-order.server';
import { linkableMatters } from './link-matter.server';
import { loadWorkOrder, tellOfOrder } from './move-work-order.server';
import { nextNumber } from './next-number.server';
import { mayDispatch } from './policy';
import { dispatch, hang } from './register-work-order.server';
import { levelOf } from '~/lib/division-code';
import { newId } from '~/platform/ids';

export interface DecidedOrder {
  title: string;
  description: string;
  areaId: string;
  deadline: Date | null;
  /** Dispatched to it at once where it is a department; else it waits for dispatch. */
  organisationId: string | null;
  /** What the decision was about; the order takes it up where work on it may begin. */
  matter: { kind: string; id: string } | null;
}

/** Registers an order that was decided on elsewhere on the portal. Throws `forbidden` unless the actor dispatches there. */
export async function registerDecidedOrder(
  ctx: TransactionContext,
  { title, description, areaId, deadline, organisationId, matter }: DecidedOrder,
): Promise<string> {
  ensure(mayDispatch(ctx.actor, areaId));
  const now = ctx.clock.now();
  const id = newId(now);
  await ctx.prisma.workOrder.create({
    data: {
      ...{ id, title, description, areaId, category: 'other' },
      number: await nextNumber(ctx),
      handlingAreaId: areaId,
      level: levelOf(areaId),
      state: 'registered',
      createdBy: ctx.actor.kind === 'person' ? ctx.actor.personId : 'system',
      createdAt: now,
      updatedAt: now,
    },
  });
  const linkable = matter ? await linkableMatters(ctx, { id, areaId }, matter.id) : [];
  const subject = linkable.find((one) => one.kind === matter?.kind && one.id === matter.id);
  if (subject) await hang(ctx, { workOrderId: id, subject });
  const order = await loadWorkOrder(ctx, id);
  await tellOfOrder(ctx, { order, type: 'work-order.registered' });
  const department = organisationId !== null && (await isVerifiedDepartment(ctx, organisationId));
  const coming = deadline !== null && deadline > now ? deadline : undefined;
  if (department) await dispatch(ctx, { id, departmentId: organisationId, deadline: coming });
  else await awaitDispatch(ctx, order);
  return id;
}
