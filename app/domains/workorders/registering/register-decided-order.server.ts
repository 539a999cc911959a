import type { TransactionContext } from '../../context';
import { isVerifiedDepartment } from '../../organisations/index.server';
import { linkableMatters } from '../links/link-matter.server';
import { hang } from './register-work-order.server';
import { writeOrder } from '../steps/write-order.server';
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
  const now = ctx.clock.now();
  const id = newId(now);
  const isDepartment = organisationId !== null && (await isVerifiedDepartment(ctx, organisationId));
  return writeOrder(ctx, {
    order: { id, title, description, areaId, category: 'other' },
    takeUp: async () => {
      const linkable = matter ? await linkableMatters(ctx, { id, areaId }, matter.id) : [];
      const subject = linkable.find((one) => one.kind === matter?.kind && one.id === matter.id);
      if (subject) await hang(ctx, { workOrderId: id, subject });
    },
    departmentId: isDepartment ? organisationId : null,
    // What was to be done by a day that is over is due by the usual limits.
    deadline: deadline !== null && deadline > now ? deadline : undefined,
  });
}
