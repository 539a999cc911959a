import type { ReadContext } from '../../context';
import { DomainError, ensure } from '../../domain-error';
import { mayWorkOnQueue } from '../policy';

/** Throws unless the actor works on the queue in which the report stands or stood: where the thing lies now. */
export async function ensureReadsReport(ctx: ReadContext, reportId: string): Promise<void> {
  const report = await ctx.database.read.contentReport.findUnique({
    where: { id: reportId },
    select: { subjectKind: true, subjectId: true },
  });
  const item = report
    ? await ctx.database.read.queueItem.findFirst({
        where: { ...report, kind: 'report' },
        orderBy: { id: 'desc' },
        select: { areaId: true },
      })
    : null;
  if (!item) throw new DomainError('not-found');
  ensure(mayWorkOnQueue(ctx.actor, item.areaId));
}
