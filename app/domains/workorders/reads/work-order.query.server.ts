import type { ReadContext } from '../../context';
import { DomainError, ensure } from '../../domain-error';
import { organisationNames } from '../../organisations/index.server';
import { areaNames } from '../../territory/index.server';
import { stepFacts } from '../steps/move-work-order.server';
import { explainClocks } from '../clocks/order-clocks.query.server';
import { mattersOn } from '../links/matters-on-order.query.server';
import { roundsOfOrders } from './order-rounds.query.server';
import {
  allowedSteps,
  isAtWorkOn,
  mayCallBack,
  mayDispatch,
  mayContact,
  mayLink,
  mayReadOrder,
  mayWorkOn,
  partiesOf,
} from '../policy';
import type { OrderReadFacts, StepFacts } from '../policy';
import { orderFacts, readableOrders, withoutWords, wordsColumns } from '../visibility';
import { within } from '~/platform/db/lists/area-scope';
import { listPage, newestFirst } from '~/platform/db/lists/list-page';

const pageSize = 20;

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

/** One page of the orders that the actor may read, the newest first. */
export async function listWorkOrders(ctx: ReadContext, filter: WorkOrderFilter) {
  return listPage({ order: newestFirst, cursor: filter.cursor, size: pageSize }, ({ behind, ...page }) =>
    ctx.database.read.workOrder.findMany({
      where: {
        AND: [readableOrders(ctx), behind],
        ...inArea(filter),
        ...(filter.state ? { state: filter.state } : {}),
        ...(filter.departmentIds ? { departmentId: { in: filter.departmentIds } } : {}),
      },
      ...page,
      select: cardColumns,
    }),
  );
}

/** The orders on which a matter hangs, as far as the actor may read them. */
export async function workOrdersOf(ctx: ReadContext, subject: { kind: string; id: string }) {
  return ctx.database.read.workOrder.findMany({
    where: {
      AND: readableOrders(ctx),
      links: { some: { subjectKind: subject.kind, subjectId: subject.id } },
    },
    orderBy: { id: 'asc' },
    select: cardColumns,
  });
}

const pageParts = {
  links: true,
  callBacks: true,
  callers: { select: { channel: true, takenAt: true }, orderBy: { id: 'asc' } },
  requests: { where: { state: 'open' } },
  helpers: { orderBy: { addedAt: 'asc' } },
  whistles: { include: { calls: true }, orderBy: { blownAt: 'desc' } },
  clocks: { where: { endedAt: null }, orderBy: { kind: 'asc' } },
  suspensions: true,
} as const;

/** The row with all that its page is made of. Throws `not-found`. */
async function readOrder(ctx: ReadContext, id: string) {
  const include = { ...pageParts, ...wordsColumns(ctx) };
  const { workOrder } = ctx.database.read;
  const order = await workOrder.findUnique({ where: { id }, include, omit: { createdBy: true } });
  if (!order) throw new DomainError('not-found');
  return order;
}

/** The page of an order: no personal data, and what the reader may do. Throws `not-found`, `forbidden`. */
export async function workOrderPage(ctx: ReadContext, id: string) {
  const order = await readOrder(ctx, id);
  const reading = orderFacts(ctx, order);
  ensure(mayReadOrder(ctx.actor, reading));
  const { links, callBacks, callers, requests, helpers, whistles, clocks, suspensions, ...rest } = order;
  const current = callBacks.filter((row) => row.round === order.reopenedCount + 1);
  const open = whistles.filter((whistle) => !whistle.closedAt);
  const facts = stepFacts({ ...order, whistles: open });
  const calls = whistles.flatMap((whistle) => whistle.calls.map((call) => call.departmentId));
  const [matters, names, areas, running, rounds] = await Promise.all([
    mattersOn(ctx, links),
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
    order: withoutWords(ctx, rest),
    department: named(names, order.departmentId),
    lead: order.leadId === order.departmentId ? null : named(names, order.leadId),
    handlingArea: { id: facts.handlingAreaId, name: areas[facts.handlingAreaId] ?? '' },
    links: matters.shown,
    /** So many more hang on it that the reader may not read; and whether the reader asked for something of all that. */
    ...{ hiddenLinks: matters.hidden, isAsker: matters.isAsker },
    /** What those who work on it are warned of: who else reads it. */
    audience: audienceOf(ctx, { reading, confidential: matters.confidential }),
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
    ...askedOn(ctx, { facts, current, callers }),
    steps: allowedSteps(ctx.actor, facts),
    may: {
      dispatch: mayDispatch(ctx.actor, facts.handlingAreaId),
      work: mayWorkOn(ctx.actor, order),
      ...{ link: mayLink(ctx.actor, facts).allowed, contact: mayContact(ctx.actor, facts).allowed },
    },
  };
}

/** Whom the order asks whether it is solved, as far as it is the reader's to answer or to ask. */
function askedOn(
  { actor }: ReadContext,
  of: {
    facts: StepFacts;
    current: readonly { personId: string | null; callerId: string | null; answeredAt: Date | null }[];
    callers: readonly { channel: string }[];
  },
) {
  const mine = of.current.find((row) => actor.kind === 'person' && row.personId === actor.personId);
  const waiting =
    of.facts.state === 'done' ? of.current.filter((row) => row.callerId && !row.answeredAt).length : 0;
  const calls = mayCallBack(actor, of.facts).allowed;
  return {
    /** How those asked who have no account here: each channel once. */
    channels: [...new Set(of.callers.map(({ channel }) => channel))],
    asked: mine ? { answered: mine.answeredAt !== null } : null,
    /** Callers whom a coordinator is to ask by phone: all that wait, and those whom the reader may ask. */
    ...{ callersWaiting: waiting, callersToAsk: calls ? waiting : 0 },
    /** The reader works on the order, and another asks them. */
    othersCall: waiting > 0 && !calls && partiesOf(actor, of.facts).length > 0,
  };
}

function named(names: Record<string, string>, id: string | null) {
  return id === null ? null : { id, name: names[id] ?? '' };
}

/**
 * For those who work on the order: `confidential` where a caller spoke in confidence, `closed` where its words may be a matter's that is not public, `open` where it is for
 * everyone though such a matter hangs on it; null for others, and where there is nothing to heed.
 */
function audienceOf(
  ctx: ReadContext,
  { reading, confidential }: { reading: OrderReadFacts; confidential: boolean },
): 'confidential' | 'closed' | 'open' | null {
  if (!isAtWorkOn(ctx.actor, reading)) return null;
  if (reading.isConfidential) return 'confidential';
  if (!mayReadOrder({ kind: 'visitor' }, reading).allowed) return 'closed';
  return confidential ? 'open' : null;
}
