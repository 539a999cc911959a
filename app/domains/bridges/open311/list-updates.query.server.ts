import { z } from 'zod';
import type { Context } from '../../context';
import { writeDate } from '../rules/open311/w3c-dates';
import { statusAfter } from '../rules/open311/statuses';
import type { UpdateStatus } from '../rules/open311/statuses';
import { mostIds } from '../rules/open311/read-query';
import { findById } from './find-requests.server';
import { publicOrders } from '../../workorders/index.server';
import { eventText } from '~/i18n/event-text';
import { idsBetween } from '~/platform/ids';

export interface DescribedUpdate {
  update_id: string;
  service_request_id: string;
  fixmystreet_id: string | null;
  status: UpdateStatus;
  description: string;
  updated_datetime: string;
  /** Several pictures stand one after another, as FixMyStreet reads them. */
  media_url: string | string[] | null;
}

const mostUpdates = 1000;
const linksSchema = z.object({ links: z.array(z.object({ kind: z.string(), id: z.string() })).default([]) });

interface EventRow {
  id: string;
  type: string;
  subjectKind: string;
  subjectId: string;
  at: Date;
  publicData: string;
  privateData: string | null;
}

/** The requests that an event is news for: the feedback that hung on the order then, else the order itself. */
function requestsOf(event: EventRow): string[] {
  if (event.subjectKind === 'feedback') return [event.subjectId];
  const parsed = linksSchema.safeParse(JSON.parse(event.privateData ?? '{}'));
  const links = parsed.success ? parsed.data.links : [];
  const feedback = links.filter(({ kind }) => kind === 'feedback').map(({ id }) => id);
  return feedback.length > 0 ? feedback : [event.subjectId];
}

function statusOf(event: EventRow): UpdateStatus | null {
  const table: Partial<Record<string, UpdateStatus | null>> = statusAfter;
  return table[event.type] ?? null;
}

/** The words of an update: the answer or report that it brought, else what happened. */
function wordsOf(ctx: Context, event: EventRow, said: Said): string {
  const written = event.type === 'work-order.done' ? said.report : said.answer;
  const brings = ['work-order.done', 'feedback.answered', 'feedback.refused'].includes(event.type);
  const data = JSON.parse(event.publicData) as Record<string, unknown>;
  const title = said.takenBack ? { title: '' } : {};
  return (brings && written) || eventText(ctx.locale, event.type, { ...data, ...title });
}

interface Said {
  answer: string | null;
  report: string | null;
  /** Its author took the matter back: then only that is told. */
  takenBack: boolean;
}

async function saidOf(ctx: Context, events: readonly EventRow[]) {
  const ids = (kind: string) =>
    events.filter((event) => event.subjectKind === kind).map((event) => event.subjectId);
  const [feedback, orders] = await Promise.all([
    ctx.database.read.feedback.findMany({
      where: { id: { in: ids('feedback') } },
      select: { id: true, answer: true, state: true },
    }),
    ctx.database.read.workOrder.findMany({
      where: { AND: publicOrders, id: { in: ids('work-order') } },
      select: { id: true, report: true },
    }),
  ]);
  const said = new Map<string, Said>();
  for (const { id, answer, state } of feedback)
    said.set(id, { answer, report: null, takenBack: state === 'withdrawn' });
  for (const { id, report } of orders) said.set(id, { answer: null, report, takenBack: false });
  return said;
}

/** The public changes of requests within the window, both ends included, the oldest first: from the events, with ids that never change. */
export async function listUpdates(
  ctx: Context,
  { from, to, areaId }: { from: Date; to: Date; areaId: string | null },
): Promise<DescribedUpdate[]> {
  const types = Object.entries(statusAfter).flatMap(([type, status]) => (status ? [type] : []));
  const end = new Date(to.getTime() + 999);
  const events: EventRow[] = await ctx.database.read.event.findMany({
    where: {
      id: idsBetween(from, end),
      at: { gte: from, lte: end },
      type: { in: types },
      isPublic: true,
      ...(areaId === null ? {} : { areaId: { gte: areaId, lt: `${areaId}~` } }),
    },
    orderBy: { sequence: 'asc' },
    take: mostUpdates,
  });
  const pairs = events.flatMap((event) => requestsOf(event).map((requestId) => ({ event, requestId })));
  const [shown, said, external, pictures] = await Promise.all([
    findAll(
      ctx,
      pairs.map(({ requestId }) => requestId),
    ),
    saidOf(ctx, events),
    externalIds(
      ctx,
      pairs.map(({ requestId }) => requestId),
    ),
    reportPictures(
      ctx,
      events.filter(({ type }) => type === 'work-order.done').map(({ subjectId }) => subjectId),
    ),
  ]);
  return pairs.flatMap(({ event, requestId }) => {
    const status = statusOf(event);
    const words = said.get(event.subjectId);
    // Without words it is an order that may not be read: they are those of a matter that is not public.
    if (!status || !shown.has(requestId) || !words) return [];
    return {
      update_id: event.subjectId === requestId ? event.id : `${event.id}-${requestId}`,
      service_request_id: requestId,
      fixmystreet_id: external.get(requestId) ?? null,
      status,
      description: wordsOf(ctx, event, words),
      updated_datetime: writeDate(event.at),
      media_url: event.type === 'work-order.done' ? mediaOf(pictures.get(event.subjectId)) : null,
    };
  });
}

const mediaOf = (urls: string[] = []) => (urls.length > 1 ? urls : (urls[0] ?? null));

/** The pictures of how the place looks now, as the department reported it. */
async function reportPictures(ctx: Context, orderIds: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await ctx.database.read.attachment.findMany({
    where: { subjectKind: 'work-order-after', subjectId: { in: [...new Set(orderIds)] } },
    orderBy: { position: 'asc' },
    select: { fileId: true, subjectId: true },
  });
  const pictures = new Map<string, string[]>();
  for (const { fileId, subjectId } of rows) {
    const url = `${ctx.configuration.publicUrl}/files/${fileId}`;
    pictures.set(subjectId, [...(pictures.get(subjectId) ?? []), url]);
  }
  return pictures;
}

async function findAll(ctx: Context, ids: readonly string[]): Promise<Set<string>> {
  const unique = [...new Set(ids)];
  const shown = new Set<string>();
  for (let start = 0; start < unique.length; start += mostIds)
    for (const { id } of await findById(ctx, unique.slice(start, start + mostIds), { takenBack: true }))
      shown.add(id);
  return shown;
}

async function externalIds(ctx: Context, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await ctx.database.read.externalRequest.findMany({
    where: { feedbackId: { in: [...new Set(ids)] }, externalId: { not: null } },
    select: { feedbackId: true, externalId: true },
  });
  return new Map(
    rows.flatMap((row) =>
      row.externalId && /^\d+$/.test(row.externalId) ? [[row.feedbackId, row.externalId]] : [],
    ),
  );
}
