import { withoutRule } from '../define-subject.server';
import type { SubjectServer } from '../define-subject.server';
import { settleCallBacks } from './call-back.server';
import { resumeSuspended } from './decide-request.server';
import { ensureReadsOrder } from './ensure-reads-order.server';
import { escalateOverdue } from './escalate-clocks.server';
import { heldInWorkOrders } from './held.server';
import { ensureReadsNote } from './notes.server';
import { mayReadOrder } from './policy';
import { queueTheUnqueued } from './queue-the-unqueued.server';
import { searchOrders } from './search-orders.query.server';
import { workorders } from './subject';
import { workOrdersOf } from './work-order.query.server';
import { orderFactColumns, orderFacts, readableOrders } from './visibility';

export const workordersServer: SubjectServer = {
  subject: workorders,
  access: {
    'work-order': {
      table: 'WorkOrder',
      listed: ({ database, actor }, ids) =>
        database.read.workOrder.findMany({
          where: { AND: readableOrders(actor), id: { in: ids } },
          select: { id: true, title: true },
        }),
      ruled: async ({ database, actor }, ids) => {
        const select = { ...orderFactColumns, id: true } as const;
        const rows = await database.read.workOrder.findMany({ where: { id: { in: ids } }, select });
        return rows.filter((row) => mayReadOrder(actor, orderFacts(row)).allowed);
      },
    },
    deadlines: withoutRule,
  },
  line: [{ kind: 'work-order', step: 'work', of: workOrdersOf }],
  held: heldInWorkOrders,
  recurring: (ctx) => ({
    'work-orders.call-backs': { everySeconds: 300, isIrreversible: true, run: () => settleCallBacks(ctx) },
    'work-orders.overdue': { everySeconds: 60, isIrreversible: true, run: () => escalateOverdue(ctx) },
    'work-orders.suspended': { everySeconds: 60, isIrreversible: true, run: () => resumeSuspended(ctx) },
    'work-orders.queue': { everySeconds: 600, run: () => queueTheUnqueued(ctx) },
  }),
  attachments: {
    'work-order-before': ensureReadsOrder,
    'work-order-after': ensureReadsOrder,
    'work-order-before-2': ensureReadsOrder,
    'work-order-after-2': ensureReadsOrder,
    'work-order-note': ensureReadsNote,
  },
  search: { 'work-order': searchOrders },
};
