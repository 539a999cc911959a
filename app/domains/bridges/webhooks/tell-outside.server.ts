import { z } from 'zod';
import type { Context, ReadContext } from '../../context';
import { inTransaction } from '../../in-transaction.server';
import { eventById } from '../../ledger/index.server';
import { findById } from '../open311/find-requests.server';
import { statusOfFeedback, statusOfOrder } from '../rules/open311/statuses';
import { writeDate } from '../rules/open311/w3c-dates';
import { exchangedFeedback } from '../../feedback/index.server';
import { exchangedOrder, mayLeaveHouse } from '../../workorders/index.server';
import { trailOf } from '~/lib/geo/division-code';
import { newId } from '~/platform/ids';
import { pathOfSubject } from '~/paths';

const payloadSchema = z.object({ eventId: z.string() });

interface EventRow {
  id: string;
  type: string;
  subjectKind: string;
  subjectId: string;
  areaId: string | null;
  at: Date;
  publicData: string;
}

/** Standard Webhooks writes types in words of letters, digits and underscores with full stops between. */
export function messageType(type: string): string {
  return type.replaceAll('-', '_');
}

async function factsOf(ctx: ReadContext, { subjectKind, subjectId }: EventRow) {
  if (subjectKind === 'feedback') {
    const [row] = await exchangedFeedback(ctx, [subjectId]);
    const table: Partial<Record<string, string>> = statusOfFeedback;
    return row && { ...told(row), status: table[row.state] ?? 'open', number: null, external_number: null };
  }
  const row = await exchangedOrder(ctx, subjectId);
  const table: Partial<Record<string, string>> = statusOfOrder;
  if (!row) return null;
  const { number, externalNumber: external_number } = row;
  return { ...told(row), number, status: table[row.state] ?? 'open', external_number };
}

/** What is told alike of whatever it is. */
const told = ({ title, category, areaId, state }: Told): Told => ({ title, category, areaId, state });

interface Told {
  title: string;
  category: string;
  areaId: string;
  state: string;
}

/** That it was taken back is told, so that nobody waits; its title no longer is. */
const takenBackType = 'feedback.withdrawn';

/** True where the thing itself may be shown outside: an order on which something confidential hangs may not. */
async function mayBeTold(ctx: ReadContext, event: EventRow): Promise<boolean> {
  const takenBack = event.type === takenBackType;
  if (event.subjectKind === 'work-order') return mayLeaveHouse(ctx, event.subjectId);
  return (await findById(ctx, [event.subjectId], { takenBack })).length > 0;
}

async function bodyOf(ctx: ReadContext, event: EventRow): Promise<string | null> {
  const facts = await factsOf(ctx, event);
  if (!facts) return null;
  const { areaId, ...rest } = facts;
  const untitled = event.type === takenBackType ? { title: '' } : {};
  return JSON.stringify({
    type: messageType(event.type),
    timestamp: writeDate(event.at),
    data: {
      id: event.subjectId,
      kind: event.subjectKind,
      ...rest,
      ...untitled,
      area: areaId,
      event_id: event.id,
      url: `${ctx.configuration.publicUrl}${pathOfSubject(event.subjectKind, event.subjectId)}`,
      details: { ...(JSON.parse(event.publicData) as Record<string, unknown>), ...untitled },
    },
  });
}

/** The handler of jobs of kind `bridge.tell`: one delivery for each endpoint above or at the event's area, once. */
export async function tellOutside(ctx: Context, payload: unknown): Promise<void> {
  const { eventId } = payloadSchema.parse(payload);
  const event = await eventById(ctx, eventId);
  if (!event?.areaId || !event.isPublic) return;
  const endpoints = await ctx.database.read.webhookEndpoint.findMany({
    where: { state: 'active', areaId: { in: trailOf(event.areaId) } },
    select: { id: true },
  });
  if (endpoints.length === 0 || !(await mayBeTold(ctx, event))) return;
  const body = await bodyOf(ctx, event);
  if (body === null) return;
  const now = ctx.clock.now();
  await inTransaction(ctx, async (ctx) => {
    for (const { id: endpointId } of endpoints) {
      await ctx.sql.run(
        `INSERT INTO "WebhookDelivery" ("id", "endpointId", "eventId", "type", "body", "state", "attempts", "dueAt", "createdAt")
         VALUES (?, ?, ?, ?, ?, 'waiting', 0, ?, ?) ON CONFLICT ("endpointId", "eventId") DO NOTHING`,
        [`msg_${newId(now)}`, endpointId, eventId, messageType(event.type), body, now, now],
      );
    }
  });
}

/** Whether what a delivery tells may still be told: it may have waited for hours, and its thing be hidden meanwhile. */
export async function mayStillBeTold(ctx: ReadContext, eventId: string): Promise<boolean> {
  const event = await eventById(ctx, eventId);
  return event !== null && mayBeTold(ctx, event);
}
