import { z } from 'zod';
import type { Context } from '../../context';
import { writeDate } from '../rules/open311/w3c-dates';
import { statusAfter } from '../rules/open311/statuses';
import type { UpdateStatus } from '../rules/open311/statuses';
import { mostIds } from '../rules/open311/read-query';
import { doneReports } from './done-reports.query.server';
import { findById } from './find-requests.server';
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
function wordsOf(ctx: Context, event: EventRow, { report, answer }: Said): string {
  const data = JSON.parse(event.publicData) as Record<string, unknown>;
  return report ?? answer ?? eventText(ctx.locale, event.type, data);
}

/** What the event itself brought. */
interface Said {
  answer: string | null;
  report: string | null;
}

const bringsAnswer = ['feedback.answered', 'feedback.refused'];

async function answersOf(ctx: Context, events: readonly EventRow[]): Promise<Map<string, string | null>> {
  const ids = events.filter(({ type }) => bringsAnswer.includes(type)).map(({ subjectId }) => subjectId);
  const answers = new Map<string, string | null>();
  const unique = [...new Set(ids)];
  for (let start = 0; start < unique.length; start += mostIds) {
    const rows = await ctx.database.read.feedback.findMany({
      where: { id: { in: unique.slice(start, start + mostIds) } },
      select: { id: true, answer: true },
    });
    for (const { id, answer } of rows) answers.set(id, answer);
  }
  return answers;
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
  const [shown, answers, external, reports] = await Promise.all([
    findAll(
      ctx,
      pairs.map(({ requestId }) => requestId),
    ),
    answersOf(ctx, events),
    externalIds(
      ctx,
      pairs.map(({ requestId }) => requestId),
    ),
    doneReports(
      ctx,
      events.filter(({ type }) => type === 'work-order.done').map(({ subjectId }) => subjectId),
    ),
  ]);
  return pairs.flatMap(({ event, requestId }) => {
    const status = statusOf(event);
    if (!status || !shown.has(requestId)) return [];
    return {
      update_id: event.subjectId === requestId ? event.id : `${event.id}-${requestId}`,
      service_request_id: requestId,
      fixmystreet_id: external.get(requestId) ?? null,
      status,
      description: wordsOf(ctx, event, {
        report: reports.get(event.id)?.report ?? null,
        answer: bringsAnswer.includes(event.type) ? (answers.get(event.subjectId) ?? null) : null,
      }),
      updated_datetime: writeDate(event.at),
      media_url: mediaOf(reports.get(event.id)?.pictures),
    };
  });
}

const mediaOf = (urls: string[] = []) => (urls.length > 1 ? urls : (urls[0] ?? null));

async function findAll(ctx: Context, ids: readonly string[]): Promise<Set<string>> {
  const unique = [...new Set(ids)];
  const shown = new Set<string>();
  for (let start = 0; start < unique.length; start += mostIds)
    for (const { id } of await findById(ctx, unique.slice(start, start + mostIds))) shown.add(id);
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
