import type { TransactionContext } from '../../context';
import { settleQueueItems } from '../../moderation/index.server';
import { askCallBack } from './call-back.server';
import { stopClocks } from '../clocks/clocks.server';
import { closeWhatWaited } from './dispatch-order.server';
import { ensureHelpersReported } from './help-order.server';
import { keepReport } from '../reads/order-reports.server';
import { moveMatters } from '../links/move-matters.server';
import type { LoadedWorkOrder } from './move-work-order.server';
import { takeStep } from './move-work-order.server';
import { renderMarkdown } from '~/platform/markdown/render-markdown.server';
import { shortened } from '~/lib/texts/cut-text';

export interface Report {
  order: LoadedWorkOrder;
  report: string;
  measures?: string | undefined;
  /** Ids of stored pictures of the reporter's own. */
  pictures?: { before: string[]; after: string[] };
}

const longestInHistory = 300;

/** As it stands in the history: the whole report is on the order's page. */
function inBrief(report: string): string {
  return shortened(report, longestInHistory + 1);
}

/** 办结: done with a report. What hangs on the order counts as done, and those who asked are called back. */
export async function finishOrder(ctx: TransactionContext, given: Report): Promise<void> {
  const { report, measures } = given;
  ensureHelpersReported(given.order, ctx.clock.now());
  const order = await takeStep(ctx, {
    order: given.order,
    event: 'finish',
    tells: 'work-order.done',
    publicData: { round: given.order.reopenedCount + 1, report: inBrief(report) },
    columns: {
      report,
      reportHtml: renderMarkdown(report),
      measures: measures || null,
      doneAt: ctx.clock.now(),
    },
  });
  await stopClocks(ctx, { workOrderId: order.id });
  await closeWhatWaited(ctx, order.id);
  await keepReport(ctx, { ...given, order });
  await settleQueueItems(ctx, {
    ...{ subjectKind: 'work-order', subjectId: order.id, decision: 'done' },
    because: { ground: 'order-finished' },
  });
  await moveMatters(ctx, order);
  await askCallBack(ctx, order);
}
