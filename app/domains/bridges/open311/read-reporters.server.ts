import { z } from 'zod';
import type { Context, ReadContext } from '../../context';
import { inTransaction } from '../../in-transaction.server';
import { DomainError, ensure } from '../../domain-error';
import { displayNames } from '../../identity/index.server';
import { actsOn, appendEvent } from '../../ledger/index.server';
import { countCallers, openCallers, orderToContact } from '../../workorders/index.server';
import { bridgeEvents } from '../events';
import { textIn } from '~/i18n/catalogue';
import { intake } from '~/i18n/intake';

const field = z.string().default('');
const sealedSchema = z.object({ first_name: field, last_name: field, email: field, phone: field });

export interface Reporter {
  id: string;
  /** Null for callers: the order itself is what they asked. */
  feedbackId: string | null;
  /** The system through which the matter came; of callers the channel stands in its place. */
  system: string | null;
  channel: string | null;
  name: string;
  email: string;
  phone: string;
}

/** Who opens a number to call back says no reason: it is known. */
const readToCallBack = 'work-order.caller-read';
const readingTypes = ['bridge.reporter-read', readToCallBack];

const sealed = { sealedReporter: { not: null } } as const;

/** What came through another system is feedback. */
async function contactOf(ctx: ReadContext, workOrderId: string) {
  const { matters, ...rest } = await orderToContact(ctx, workOrderId);
  return { ...rest, feedbackIds: matters.filter(({ kind }) => kind === 'feedback').map(({ id }) => id) };
}

/** How many of those who asked by phone or through another system can be reached, for a reader who may; null for others. */
export async function reportersBehind(ctx: ReadContext, workOrderId: string): Promise<number | null> {
  if (ctx.actor.kind !== 'person') return null;
  const { feedbackIds, may } = await contactOf(ctx, workOrderId);
  if (!may.allowed) return null;
  return countReporters(ctx, { workOrderId, feedbackIds });
}

async function countReporters(ctx: ReadContext, order: { workOrderId: string; feedbackIds: string[] }) {
  const where = { feedbackId: { in: order.feedbackIds }, ...sealed };
  const [outside, callers] = await Promise.all([
    ctx.database.read.externalRequest.count({ where }),
    countCallers(ctx, order.workOrderId),
  ]);
  return outside + callers;
}

/** What the page says before anybody is read: the order, and who read before, when and why. Throws `forbidden`. */
export async function reportersPage(ctx: ReadContext, workOrderId: string) {
  const { order, feedbackIds, may } = await contactOf(ctx, workOrderId);
  ensure(may);
  const [count, events] = await Promise.all([
    countReporters(ctx, { workOrderId, feedbackIds }),
    actsOn(ctx, { types: readingTypes, subjectKind: 'work-order', subjectId: workOrderId }, 50),
  ]);
  const names = await displayNames(
    ctx,
    events.flatMap((row) => row.actorPersonId ?? []),
  );
  const reasonOf = (event: { type: string; privateData: string | null }) =>
    event.type === readToCallBack
      ? textIn(ctx.locale, intake)('call-reason')
      : z.object({ reason: field }).parse(JSON.parse(event.privateData ?? '{}')).reason;
  return {
    order,
    count,
    reads: events.map((event) => ({
      id: event.id,
      at: event.at,
      by: names[event.actorPersonId ?? ''] ?? '',
      reason: reasonOf(event),
    })),
  };
}

/**
 * Opens how those who asked by phone or through another system can be reached. The reading is on record with its reason before
 * anything is shown. Throws `forbidden`, and `not-found` where nobody can be reached.
 */
export async function readReporters(
  ctx: Context,
  input: { workOrderId: string; reason: string },
): Promise<Reporter[]> {
  const { order, feedbackIds, may } = await contactOf(ctx, input.workOrderId);
  ensure(may);
  const rows = await ctx.database.read.externalRequest.findMany({
    where: { feedbackId: { in: feedbackIds }, ...sealed },
    orderBy: { id: 'asc' },
    select: { id: true, feedbackId: true, sealedReporter: true, apiKey: { select: { name: true } } },
  });
  const callers = await openCallers(ctx, input.workOrderId);
  if (rows.length + callers.length === 0) throw new DomainError('not-found');
  await inTransaction(ctx, (ctx) =>
    appendEvent(ctx, bridgeEvents, {
      type: 'bridge.reporter-read',
      subjectKind: 'work-order',
      subjectId: order.id,
      areaId: order.areaId,
      publicData: { title: order.title },
      privateData: { reason: input.reason, feedbackIds: rows.map((row) => row.feedbackId) },
    }),
  );
  const outside = rows.map(({ id, feedbackId, sealedReporter, apiKey }) => {
    const opened: unknown = JSON.parse(ctx.keys.open(sealedReporter ?? ''));
    const { first_name, last_name, email, phone } = sealedSchema.parse(opened);
    const name = [first_name, last_name === '-' ? '' : last_name].filter(Boolean).join(' ');
    return { id, feedbackId, system: apiKey.name, channel: null, name, email, phone };
  });
  return [...callers.map((caller) => ({ ...caller, feedbackId: null, system: null, email: '' })), ...outside];
}
