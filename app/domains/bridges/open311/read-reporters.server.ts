import { z } from 'zod';
import type { Context, ReadContext } from '../../context';
import { inTransaction } from '../../in-transaction.server';
import { DomainError, ensure } from '../../domain-error';
import { appendEvent } from '../../ledger/index.server';
import { orderToContact } from '../../workorders/index.server';
import { bridgeEvents } from '../events';
import { openSealed } from '~/platform/crypto/seal.server';

const field = z.string().default('');
const sealedSchema = z.object({ first_name: field, last_name: field, email: field, phone: field });

export interface Reporter {
  feedbackId: string;
  /** The system through which the matter came. */
  system: string;
  name: string;
  email: string;
  phone: string;
}

const sealed = { sealedReporter: { not: null } } as const;

/** How many of those who asked through another system can be reached, for a reader who may; null for others. */
export async function reportersBehind(ctx: ReadContext, workOrderId: string): Promise<number | null> {
  if (ctx.actor.kind !== 'person') return null;
  const { feedbackIds, may } = await orderToContact(ctx, workOrderId);
  if (!may.allowed) return null;
  return ctx.database.read.externalRequest.count({ where: { feedbackId: { in: feedbackIds }, ...sealed } });
}

/** What the page says before anybody is read: the order, and who read before, when and why. Throws `forbidden`. */
export async function reportersPage(ctx: ReadContext, workOrderId: string) {
  const { order, feedbackIds, may } = await orderToContact(ctx, workOrderId);
  ensure(may);
  const { externalRequest, event, person } = ctx.database.read;
  const [count, events] = await Promise.all([
    externalRequest.count({ where: { feedbackId: { in: feedbackIds }, ...sealed } }),
    event.findMany({
      where: { type: 'bridge.reporter-read', subjectKind: 'work-order', subjectId: workOrderId },
      orderBy: { sequence: 'desc' },
      take: 50,
      select: { id: true, at: true, actorPersonId: true, privateData: true },
    }),
  ]);
  const people = await person.findMany({
    where: { id: { in: events.flatMap((row) => row.actorPersonId ?? []) } },
    select: { id: true, displayName: true },
  });
  const names = new Map(people.map(({ id, displayName }) => [id, displayName]));
  const reasonOf = (data: string | null) =>
    z.object({ reason: field }).parse(JSON.parse(data ?? '{}')).reason;
  return {
    order,
    count,
    reads: events.map(({ id, at, actorPersonId, privateData }) => ({
      id,
      at,
      by: names.get(actorPersonId ?? '') ?? '',
      reason: reasonOf(privateData),
    })),
  };
}

/**
 * Opens how those who asked through another system can be reached. The reading is on record with its reason before
 * anything is shown. Throws `forbidden`, and `not-found` where nobody can be reached.
 */
export async function readReporters(
  ctx: Context,
  input: { workOrderId: string; reason: string },
): Promise<Reporter[]> {
  const { order, feedbackIds, may } = await orderToContact(ctx, input.workOrderId);
  ensure(may);
  const rows = await ctx.database.read.externalRequest.findMany({
    where: { feedbackId: { in: feedbackIds }, ...sealed },
    orderBy: { id: 'asc' },
    select: { feedbackId: true, sealedReporter: true, apiKey: { select: { name: true } } },
  });
  if (rows.length === 0) throw new DomainError('not-found');
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
  return rows.map(({ feedbackId, sealedReporter, apiKey }) => {
    const opened: unknown = JSON.parse(openSealed(ctx.configuration.dataKey, sealedReporter ?? ''));
    const { first_name, last_name, email, phone } = sealedSchema.parse(opened);
    const name = [first_name, last_name === '-' ? '' : last_name].filter(Boolean).join(' ');
    return { feedbackId, system: apiKey.name, name, email, phone };
  });
}
