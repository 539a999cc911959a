import type { ReadContext } from '../../context';
import { DomainError, ensure } from '../../domain-error';
import { mayManageBridges } from '../policy';

const unsettled = { settledAt: null, outcome: { notIn: ['applied', 'ignored'] } };

export async function listSources(ctx: ReadContext, areaIds: readonly string[]) {
  const sources = await ctx.database.read.inboundSource.findMany({
    where: { OR: areaIds.map((areaId) => ({ areaId: { startsWith: areaId } })) },
    orderBy: { id: 'desc' },
    take: 100,
    select: {
      id: true,
      name: true,
      areaId: true,
      departmentId: true,
      state: true,
      _count: { select: { messages: { where: unsettled }, statuses: true } },
    },
  });
  return sources.map(({ _count, ...source }) => ({
    ...source,
    open: _count.messages,
    statuses: _count.statuses,
  }));
}

/** One source with its table of statuses, what waits to be mapped or matched, and the last messages. */
export async function sourcePage(ctx: ReadContext, id: string) {
  const source = await ctx.database.read.inboundSource.findUnique({
    where: { id },
    select: { id: true, name: true, areaId: true, departmentId: true, state: true, oldSecretUntil: true },
  });
  if (!source) throw new DomainError('not-found');
  ensure(mayManageBridges(ctx.actor, source.areaId));
  const columns = {
    id: true,
    externalNumber: true,
    externalStatus: true,
    outcome: true,
    detail: true,
    workOrderId: true,
    receivedAt: true,
  } as const;
  const [statuses, open, last] = await Promise.all([
    ctx.database.read.externalStatus.findMany({ where: { sourceId: id }, orderBy: { status: 'asc' } }),
    ctx.database.read.inboundMessage.findMany({
      where: { sourceId: id, ...unsettled },
      orderBy: { id: 'asc' },
      take: 100,
      select: columns,
    }),
    ctx.database.read.inboundMessage.findMany({
      where: { sourceId: id },
      orderBy: { id: 'desc' },
      take: 20,
      select: columns,
    }),
  ]);
  const known = new Set(statuses.map(({ status }) => status));
  const unmapped = [...new Set(open.map(({ externalStatus }) => externalStatus))].filter(
    (status) => !known.has(status),
  );
  return { source, statuses, unmapped, open, last };
}
