import { obligationCards } from '../agreements/index.server';
import type { Context } from '../context';
import { DomainError } from '../domain-error';
import { organisationNames } from '../organisations/index.server';
import { areaNames } from '../territory/index.server';
import { stepFacts } from './move-work-order.server';
import { explainClocks } from './order-clocks.query.server';
import { allowedSteps, mayDispatch, mayLink, mayWorkOn, partiesOf } from './policy';
import { roundsOfOrders } from './order-rounds.query.server';
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
  handlingAreaId: true,
  supervisedAt: true,
} as const;

export interface WorkOrderFilter {
  areaId?: string | undefined;
  state?: string | undefined;
  /** `here`: with the coordinators of just this area; `below`: with those of areas below it. */
  level?: 'here' | 'below' | undefined;
  /** Orders of these departments only. */
  departmentIds?: string[] | undefined;
  cursor?: string | undefined;
}

function inArea({ areaId, level }: WorkOrderFilter) {
  if (!areaId) return {};
  if (level === 'here') return { handlingAreaId: areaId };
  if (level === 'below') return { handlingAreaId: { ...within(areaId), not: areaId } };
  return { areaId: within(areaId) };
}

export async function listWorkOrders(ctx: Context, filter: WorkOrderFilter) {
  const rows = await ctx.database.read.workOrder.findMany({
    where: {
      ...inArea(filter),
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

const pageParts = {
  links: true,
  callBacks: true,
  requests: { where: { state: 'open' } },
  helpers: { orderBy: { addedAt: 'asc' } },
  whistles: { include: { calls: true }, orderBy: { blownAt: 'desc' } },
  clocks: { where: { endedAt: null }, orderBy: { kind: 'asc' } },
  suspensions: true,
} as const;

/** The page of an order: no personal data, and what the reader may do. */
export async function workOrderPage(ctx: Context, id: string) {
  const order = await ctx.database.read.workOrder.findUnique({ where: { id }, include: pageParts });
  if (!order) throw new DomainError('not-found');
  const { links, callBacks, requests, helpers, whistles, clocks, suspensions, ...columns } = order;
  const current = callBacks.filter((row) => row.round === order.reopenedCount + 1);
  const personId = ctx.actor.kind === 'person' ? ctx.actor.personId : null;
  const mine = current.find((row) => row.personId === personId) ?? null;
  const open = whistles.filter((whistle) => !whistle.closedAt);
  const facts = stepFacts({ ...order, whistles: open });
  const calls = whistles.flatMap((whistle) => whistle.calls.map((call) => call.departmentId));
  const [shownLinks, names, areas, running, rounds] = await Promise.all([
    shownMatters(ctx, links),
    organisationNames(ctx, [
      ...[order.departmentId ?? '', order.leadId ?? ''],
      ...helpers.map((row) => row.departmentId),
      ...calls,
    ]),
    areaNames(ctx, [facts.handlingAreaId]),
    explainClocks(ctx, { suspendedAt: order.suspendedAt, suspensions, clocks }),
    roundsOfOrders(ctx, [id], partiesOf(ctx.actor, facts).length > 0),
  ]);
  return {
    order: columns,
    department: named(names, order.departmentId),
    lead: order.leadId === order.departmentId ? null : named(names, order.leadId),
    handlingArea: { id: facts.handlingAreaId, name: areas[facts.handlingAreaId] ?? '' },
    links: shownLinks,
    requests: requests.map(({ kind, reason, days }) => ({ kind, reason, days: days ?? 0 })),
    helpers: helpers.map((row) => ({ ...row, addedBy: undefined, name: names[row.departmentId] ?? '' })),
    whistles: whistles.map((whistle) => ({
      ...whistle,
      blownBy: undefined,
      calls: whistle.calls.map((call) => ({
        name: names[call.departmentId] ?? '',
        reportedAt: call.reportedAt,
        late: (call.reportedAt ?? ctx.clock.now()) > whistle.meetsAt,
      })),
    })),
    clocks: running,
    rounds: rounds[id] ?? [],
    asked: mine ? { answered: mine.answeredAt !== null } : null,
    steps: allowedSteps(ctx.actor, facts),
    may: {
      dispatch: mayDispatch(ctx.actor, facts.handlingAreaId),
      work: mayWorkOn(ctx.actor, order),
      link: mayLink(ctx.actor, facts).allowed,
    },
  };
}

function named(names: Record<string, string>, id: string | null) {
  return id === null ? null : { id, name: names[id] ?? '' };
}

type Link = { subjectKind: string; subjectId: string };

/** What hangs on the order, with titles where they are public. */
async function shownMatters(ctx: Context, links: readonly Link[]) {
  const [proposals, feedback, obligations] = await Promise.all([
    ctx.database.read.proposal.findMany({
      where: { id: { in: idsOf(links, 'proposal') } },
      select: { id: true, title: true },
    }),
    ctx.database.read.feedback.findMany({
      where: { id: { in: idsOf(links, 'feedback') } },
      select: { id: true, title: true, isPublic: true },
    }),
    obligationCards(ctx, idsOf(links, 'obligation')),
  ]);
  return [
    ...proposals.map((row) => ({
      kind: 'proposal' as const,
      ...row,
      page: { kind: 'proposal', id: row.id },
    })),
    ...feedback.map((row) => ({
      kind: 'feedback' as const,
      id: row.id,
      title: row.isPublic ? row.title : null,
      page: { kind: 'feedback', id: row.id },
    })),
    ...obligations.map(({ id, text, agreementId, agreement }) => ({
      kind: 'obligation' as const,
      id,
      title: agreement.state === 'draft' ? null : text,
      page: { kind: 'agreement', id: agreementId },
    })),
  ];
}

function idsOf(links: readonly Link[], kind: string): string[] {
  return links.filter((link) => link.subjectKind === kind).map((link) => link.subjectId);
}
