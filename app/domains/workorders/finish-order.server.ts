import type { Context } from '../context';
import { attachPictures } from '../files/index.server';
import { settleQueueItems } from '../moderation/index.server';
import { askCallBack } from './call-back.server';
import { stopClocks } from './clocks.server';
import { closeWhatWaited } from './dispatch-order.server';
import { ensureHelpersReported } from './help-order.server';
import { moveMatters } from './move-matters.server';
import type { LoadedWorkOrder } from './move-work-order.server';
import { takeStep } from './move-work-order.server';
import { renderMarkdown } from '~/platform/markdown/render-markdown.server';
import type { Transaction } from '~/platform/db/database.server';

export interface Report {
  order: LoadedWorkOrder;
  report: string;
  measures?: string | undefined;
  /** Ids of stored pictures of the reporter's own. */
  pictures?: { before: string[]; after: string[] };
}

/** 办结: done with a report. What hangs on the order counts as done, and those who asked are called back. */
export async function finishOrder(tx: Transaction, ctx: Context, given: Report): Promise<void> {
  const { report, measures } = given;
  ensureHelpersReported(given.order, ctx.clock.now());
  const order = await takeStep(tx, ctx, {
    order: given.order,
    event: 'finish',
    tells: 'work-order.done',
    columns: {
      report,
      reportHtml: renderMarkdown(report),
      measures: measures || null,
      doneAt: ctx.clock.now(),
    },
  });
  await stopClocks(tx, ctx, { workOrderId: order.id });
  await closeWhatWaited(tx, ctx, order.id);
  const attach = (subjectKind: string, fileIds: string[]) =>
    attachPictures(tx, ctx, { subjectKind, subjectId: order.id, fileIds });
  await attach('work-order-before', given.pictures?.before ?? []);
  await attach('work-order-after', given.pictures?.after ?? []);
  await settleQueueItems(tx, ctx, { subjectKind: 'work-order', subjectId: order.id, decision: 'done' });
  await moveMatters(tx, ctx, order);
  await askCallBack(tx, ctx, order);
}
