import { z } from 'zod';
import type { ReadContext } from '../../context';
import { writeDate } from '../rules/open311/w3c-dates';
import { statusAfter } from '../rules/open311/statuses';
import type { UpdateStatus } from '../rules/open311/statuses';
import { mostIds } from '../rules/open311/read-query';
import { answersOfFeedback } from '../../feedback/index.server';
import { publicEventsBetween } from '../../ledger/index.server';
import { openOrders, reportsOfOrders } from '../../workorders/index.server';
import type { OrderReport } from '../../workorders/index.server';
import { findById } from './find-requests.server';
import { eventText } from '~/i18n/event-text';
import { paths } from '~/paths';

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

/** Changes of one page: so many that a program which does not turn pages has all of a busy day. */
const mostUpdates = 5000;
const linksSchema = z.object({ links: z.array(z.object({ kind: z.string(), id: z.string() })).default([]) });

type EventRow = Awaited<ReturnType<typeof publicEventsBetween>>[number];

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
function wordsOf(ctx: ReadContext, event: EventRow, said: Said): string {
  const written = event.type === 'work-order.done' ? said.report?.report : said.answer;
  const brings = ['work-order.done', 'feedback.answered', 'feedback.refused'].includes(event.type);
  const data = JSON.parse(event.publicData) as Record<string, unknown>;
  const title = said.takenBack ? { title: '' } : {};
  return (brings && written) || eventText(ctx.locale, event.type, { ...data, ...title });
}

interface Said {
  answer: string | null;
  /** What was reported in the round that the event ended, with its pictures: an earlier update never changes. */
  report: OrderReport | undefined;
  /** Its author took the matter back: then only that is told. */
  takenBack: boolean;
}

const roundSchema = z.object({ round: z.number() });

/** The report that an event brought: by the round that it names, else by its instant. */
function reportOf(event: EventRow, reports: readonly OrderReport[]): OrderReport | undefined {
  const named = roundSchema.safeParse(JSON.parse(event.publicData));
  return reports.find(({ round, reportedAt }) =>
    named.success ? round === named.data.round : reportedAt.getTime() === event.at.getTime(),
  );
}

async function saidOf(ctx: ReadContext, events: readonly EventRow[]) {
  const ids = (kind: string) =>
    events.filter((event) => event.subjectKind === kind).map((event) => event.subjectId);
  const [answers, reports, readable] = await Promise.all([
    answersOfFeedback(ctx, ids('feedback')),
    reportsOfOrders(ctx, ids('work-order')),
    openOrders(ctx, ids('work-order')),
  ]);
  /** Null of an order that may not be read: its words are those of a matter that is not public. */
  return (event: EventRow): Said | null => {
    if (event.subjectKind === 'work-order' && !readable.has(event.subjectId)) return null;
    const row = answers.get(event.subjectId);
    return {
      answer: row?.answer ?? null,
      report: event.type === 'work-order.done' ? reportOf(event, reports[event.subjectId] ?? []) : undefined,
      takenBack: row?.state === 'withdrawn',
    };
  };
}

export interface UpdatePage {
  updates: DescribedUpdate[];
  /** There are changes of the window on a further page. */
  more: boolean;
}

/**
 * A page of the public changes of requests within the window, both ends included, the oldest first: from the events,
 * with ids that never change.
 */
export async function listUpdates(
  ctx: ReadContext,
  { from, to, page, areaId }: { from: Date; to: Date; page: number; areaId: string | null },
): Promise<UpdatePage> {
  const types = Object.entries(statusAfter).flatMap(([type, status]) => (status ? [type] : []));
  const end = new Date(to.getTime() + 999);
  const found = await publicEventsBetween(
    ctx,
    { types, areaId, from, to: end },
    { skip: (page - 1) * mostUpdates, take: mostUpdates + 1 },
  );
  return {
    updates: await describe(ctx, found.slice(0, mostUpdates)),
    more: found.length > mostUpdates,
  };
}

async function describe(ctx: ReadContext, events: readonly EventRow[]): Promise<DescribedUpdate[]> {
  const pairs = events.flatMap((event) => requestsOf(event).map((requestId) => ({ event, requestId })));
  const [shown, saidBy, external] = await Promise.all([
    findAll(
      ctx,
      pairs.map(({ requestId }) => requestId),
    ),
    saidOf(ctx, events),
    externalIds(
      ctx,
      pairs.map(({ requestId }) => requestId),
    ),
  ]);
  return pairs.flatMap(({ event, requestId }) => {
    const status = statusOf(event);
    const said = saidBy(event);
    if (!status || !shown.has(requestId) || !said) return [];
    return {
      update_id: event.subjectId === requestId ? event.id : `${event.id}-${requestId}`,
      service_request_id: requestId,
      fixmystreet_id: external.get(requestId) ?? null,
      status,
      description: wordsOf(ctx, event, said),
      updated_datetime: writeDate(event.at),
      media_url: mediaOf(picturesAfter(ctx, said.report)),
    };
  });
}

const mediaOf = (urls: string[] = []) => (urls.length > 1 ? urls : (urls[0] ?? null));

/** The pictures of how the place looks now, as the department reported it. */
const picturesAfter = (ctx: ReadContext, report: OrderReport | undefined): string[] =>
  (report?.pictures.after ?? []).map(({ id }) => `${ctx.configuration.publicUrl}${paths.file(id)}`);

async function findAll(ctx: ReadContext, ids: readonly string[]): Promise<Set<string>> {
  const unique = [...new Set(ids)];
  const shown = new Set<string>();
  for (let start = 0; start < unique.length; start += mostIds)
    for (const { id } of await findById(ctx, unique.slice(start, start + mostIds), { takenBack: true }))
      shown.add(id);
  return shown;
}

async function externalIds(ctx: ReadContext, ids: readonly string[]): Promise<Map<string, string>> {
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
