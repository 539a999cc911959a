import type { Context } from '../context';
import { DomainError, ensure } from '../domain-error';
import { markFeedbackSolved } from '../feedback/index.server';
import { settleQueueItems } from '../moderation/index.server';
import { openQueueItem } from '../moderation/index.server';
import { markProposalDone } from '../proposals/index.server';
import { askCallBack } from './call-back.server';
import type { LoadedWorkOrder } from './move-work-order.server';
import { loadWorkOrder, moveWorkOrder } from './move-work-order.server';
import { mayDispatch, mayWorkOn } from './policy';
import { dispatch } from './register-work-order.server';
import type { WorkOrderStep } from './schema';
import { renderMarkdown } from '~/platform/markdown/render-markdown.server';
import type { Transaction } from '~/platform/db/database.server';

/**
 * One step by the department or a moderator. `version` is what the page showed: where another acted meanwhile,
 * the step is refused and nothing changes.
 */
export async function stepWorkOrder(ctx: Context, id: string, step: WorkOrderStep): Promise<void> {
  await ctx.database.transaction(async (tx) => {
    const order = await loadWorkOrder(tx, id);
    if (order.version !== step.version) throw new DomainError('conflict', { reason: 'changed-meanwhile' });
    if (step.act === 'dispatch')
      return dispatch(tx, ctx, { id, departmentId: step.departmentId, deadline: step.deadline });
    if (step.act === 'archive') return archive(tx, ctx, order);
    ensure(mayWorkOn(ctx.actor, order));
    if (step.act === 'accept') return accept(tx, ctx, order);
    if (step.act === 'return') return giveBack(tx, ctx, { order, reason: step.reason });
    return finish(tx, ctx, { order, report: step.report });
  });
}

async function accept(tx: Transaction, ctx: Context, order: LoadedWorkOrder): Promise<void> {
  await moveWorkOrder(tx, ctx, {
    order,
    event: 'accept',
    tells: 'work-order.accepted',
    columns: { acceptedAt: ctx.clock.now() },
  });
}

async function archive(tx: Transaction, ctx: Context, order: LoadedWorkOrder): Promise<void> {
  ensure(mayDispatch(ctx.actor, order.areaId));
  await moveWorkOrder(tx, ctx, {
    order,
    event: 'archive',
    tells: 'work-order.archived',
    columns: { closedAt: ctx.clock.now() },
  });
}

async function giveBack(
  tx: Transaction,
  ctx: Context,
  input: { order: LoadedWorkOrder; reason: string },
): Promise<void> {
  const { order, reason } = input;
  await moveWorkOrder(tx, ctx, {
    order,
    event: 'ask-return',
    tells: 'work-order.return-asked',
    publicData: { reason },
  });
  await openQueueItem(tx, ctx, {
    kind: 'returned-order',
    subjectKind: 'work-order',
    subjectId: order.id,
    areaId: order.areaId,
    title: order.title,
    detail: reason,
    dueAt: ctx.clock.now(),
  });
}

/** Done with a report: what hangs on the order counts as done, and those who asked are called back. */
async function finish(
  tx: Transaction,
  ctx: Context,
  input: { order: LoadedWorkOrder; report: string },
): Promise<void> {
  const order = await moveWorkOrder(tx, ctx, {
    order: input.order,
    event: 'finish',
    tells: 'work-order.done',
    columns: { report: input.report, reportHtml: renderMarkdown(input.report), doneAt: ctx.clock.now() },
  });
  await settleQueueItems(tx, ctx, { subjectKind: 'work-order', subjectId: order.id, decision: 'done' });
  for (const link of order.links) {
    if (link.subjectKind === 'proposal') await markProposalDone(tx, ctx, link.subjectId);
    if (link.subjectKind === 'feedback') await markFeedbackSolved(tx, ctx, link.subjectId);
  }
  await askCallBack(tx, ctx, order);
}
