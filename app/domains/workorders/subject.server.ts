import { z } from 'zod';
import { withoutRule } from '../define-subject.server';
import type { SubjectServer } from '../define-subject.server';
import { settleCallBacks } from './steps/call-back.server';
import { resumeSuspended } from './steps/decide-request.server';
import { forgetCallers } from './intake/forget-callers.server';
import { ensureReadsOrder } from './reads/ensure-reads-order.server';
import { escalateOverdue } from './clocks/escalate-clocks.server';
import { heldInWorkOrders } from './held.server';
import { followMerged } from './clocks/follow-merged.server';
import { clockSteps } from './clocks/set-up.server';
import { ensureReadsNote } from './notes.server';
import { mayReadOrder } from './policy';
import { queueTheUnqueued } from './queue/queue-the-unqueued.server';
import { outgoingOrders } from './reads/may-leave-house.query.server';
import { openOrdersOf } from './reads/open-orders-of.query.server';
import { placedOrders } from './reads/placed-orders.query.server';
import { waitingMessages } from './messages/unanswered-messages.query.server';
import { waitingCallBacks } from './queue/waiting-call-backs.query.server';
import { solvedInWeek } from './reads/solved-in-week.query.server';
import { searchOrders } from './reads/search-orders.query.server';
import { workorders } from './subject';
import { workOrdersOf } from './reads/work-order.query.server';
import { orderFactColumns, orderFacts, readableOrders } from './visibility';
import { publishedOrders } from './reads/published-orders.query.server';
import { paths } from '~/paths';

const changed = z.object({ subjectId: z.string() });

export const workordersServer: SubjectServer = {
  subject: workorders,
  access: {
    'work-order': {
      table: 'WorkOrder',
      listed: (ctx, ids) =>
        ctx.database.read.workOrder.findMany({
          where: { AND: readableOrders(ctx), id: { in: ids } },
          select: { id: true, title: true },
        }),
      ruled: async (ctx, ids) => {
        const select = { ...orderFactColumns(ctx), id: true } as const;
        const rows = await ctx.database.read.workOrder.findMany({ where: { id: { in: ids } }, select });
        return rows.filter((row) => mayReadOrder(ctx.actor, orderFacts(ctx, row)).allowed);
      },
      outgoing: outgoingOrders,
    },
    deadlines: withoutRule,
  },
  line: [{ kind: 'work-order', step: 'work', of: workOrdersOf }],
  openWorkOf: openOrdersOf,
  held: heldInWorkOrders,
  waits: async (ctx) => {
    const [callBacks, messages] = await Promise.all([waitingCallBacks(ctx), waitingMessages(ctx)]);
    const confirming = callBacks.map(({ id, title, until }) => ({
      ...{ ask: 'confirm' as const, id, title, to: paths.callBack(id), until },
    }));
    return [...confirming, ...messages];
  },
  weekly: solvedInWeek,
  setUp: clockSteps,
  jobs: (ctx) => ({
    'work-orders.organisation-changed': (payload) => followMerged(ctx, changed.parse(payload).subjectId),
  }),
  recurring: (ctx) => ({
    'work-orders.call-backs': { everySeconds: 300, isIrreversible: true, run: () => settleCallBacks(ctx) },
    'work-orders.overdue': { everySeconds: 60, isIrreversible: true, run: () => escalateOverdue(ctx) },
    'work-orders.suspended': { everySeconds: 60, isIrreversible: true, run: () => resumeSuspended(ctx) },
    'work-orders.callers': { everySeconds: 86_400, isIrreversible: true, run: () => forgetCallers(ctx) },
    'work-orders.queue': { everySeconds: 600, run: () => queueTheUnqueued(ctx) },
  }),
  attachments: {
    'work-order-before': ensureReadsOrder,
    'work-order-after': ensureReadsOrder,
    'work-order-before-2': ensureReadsOrder,
    'work-order-after-2': ensureReadsOrder,
    'work-order-note': ensureReadsNote,
  },
  placed: { 'work-order': placedOrders },
  search: { 'work-order': searchOrders },
  published: [publishedOrders],
};
