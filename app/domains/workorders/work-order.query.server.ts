import type { Context } from '../context';
import { DomainError } from '../domain-error';
import { mayDispatch, mayWorkOn } from './policy';
import { countCallBack } from './rules/call-back';
import { within } from '~/platform/db/area-scope';

const cardColumns = {
  id: true,
  number: true,
  externalNumber: true,
  title: true,
  category: true,
  areaId: true,
  state: true,
  deadlineAt: true,
  departmentId: true,
  urgency: true,
} as const;

export interface WorkOrderFilter {
  areaId?: string | undefined;
  state?: string | undefined;
  /** Orders of these departments only. */
  departmentIds?: string[] | undefined;
  cursor?: string | undefined;
}

export async function listWorkOrders(ctx: Context, filter: WorkOrderFilter) {
  const rows = await ctx.database.read.workOrder.findMany({
    where: {
      ...(filter.areaId ? { areaId: within(filter.areaId) } : {}),
      ...(filter.state ? { state: filter.state } : {}),
      ...(filter.departmentIds ? { departmentId: { in: filter.departmentIds } } : {}),
      ...(filter.cursor ? { id: { lt: filter.cursor } } : {}),
    },
    orderBy: { id: 'desc' },
    take: 21,
    select: cardColumns,
  });
  const items = rows.slice(0, 20);
  return { items, next: rows.length > 20 ? (items.at(-1)?.id ?? null) : null };
}

export async function workOrdersOf(ctx: Context, subject: { kind: string; id: string }) {
  return ctx.database.read.workOrder.findMany({
    where: { links: { some: { subjectKind: subject.kind, subjectId: subject.id } } },
    orderBy: { id: 'asc' },
    select: cardColumns,
  });
}

/** The page of an order: no personal data, and what the reader may do. */
export async function workOrderPage(ctx: Context, id: string) {
  const order = await ctx.database.read.workOrder.findUnique({
    where: { id },
    include: { links: true, callBacks: true },
  });
  if (!order) throw new DomainError('not-found');
  const { links, callBacks, ...columns } = order;
  const round = order.reopenedCount + 1;
  const current = callBacks.filter((row) => row.round === round);
  const personId = ctx.actor.kind === 'person' ? ctx.actor.personId : null;
  const mine = current.find((row) => row.personId === personId) ?? null;
  const [proposals, feedback, department] = await Promise.all([
    ctx.database.read.proposal.findMany({
      where: { id: { in: idsOf(links, 'proposal') } },
      select: { id: true, title: true },
    }),
    ctx.database.read.feedback.findMany({
      where: { id: { in: idsOf(links, 'feedback') } },
      select: { id: true, title: true, isPublic: true },
    }),
    order.departmentId
      ? ctx.database.read.organisation.findUnique({
          where: { id: order.departmentId },
          select: { id: true, name: true },
        })
      : null,
  ]);
  return {
    order: columns,
    department,
    links: [
      ...proposals.map((row) => ({ kind: 'proposal' as const, ...row })),
      ...feedback.map((row) => ({
        kind: 'feedback' as const,
        id: row.id,
        title: row.isPublic ? row.title : null,
      })),
      ...idsOf(links, 'obligation').map((linkId) => ({
        kind: 'obligation' as const,
        id: linkId,
        title: null,
      })),
    ],
    callBack: current.length > 0 ? countCallBack(current, false) : null,
    asked: mine ? { answered: mine.answeredAt !== null } : null,
    may: { dispatch: mayDispatch(ctx.actor, order.areaId), work: mayWorkOn(ctx.actor, order) },
  };
}

function idsOf(links: readonly { subjectKind: string; subjectId: string }[], kind: string): string[] {
  return links.filter((link) => link.subjectKind === kind).map((link) => link.subjectId);
}
