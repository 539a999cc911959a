import type { TransactionContext } from '../../context';
import { attachPictures } from '../../files/index.server';
import type { LoadedWorkOrder } from '../steps/move-work-order.server';
import { pictureKind } from './order-reports.query.server';
import { renderMarkdown } from '~/platform/markdown/render-markdown.server';

/** Keeps what is reported as done in this round of the order, with its pictures; an earlier round stays as it is. */
export async function keepReport(
  ctx: TransactionContext,
  given: {
    order: LoadedWorkOrder;
    report: string;
    measures?: string | undefined;
    pictures?: { before: string[]; after: string[] };
  },
): Promise<void> {
  const { order, report, measures, pictures } = given;
  const round = order.reopenedCount + 1;
  await ctx.prisma.workOrderReport.create({
    data: {
      workOrderId: order.id,
      round,
      report,
      reportHtml: renderMarkdown(report),
      measures: measures || null,
      reportedBy: ctx.actor.kind === 'person' ? ctx.actor.personId : null,
      organisationId: order.departmentId,
      reportedAt: ctx.clock.now(),
    },
  });
  for (const when of ['before', 'after'] as const)
    await attachPictures(ctx, {
      subjectKind: pictureKind(when, round),
      subjectId: order.id,
      fileIds: pictures?.[when] ?? [],
    });
}
