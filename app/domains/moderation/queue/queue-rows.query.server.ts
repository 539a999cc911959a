import type { ReadContext } from '../../context';
import { isWithin } from '../../actor';
import type { Actor } from '../../actor';
import { moderatedAreas } from './queue.query.server';
import { within } from '~/platform/db/lists/area-scope';
import type { SqlValue } from '~/platform/db/database.server';
import { readCursor, writeCursor } from '~/platform/db/lists/list-page';

/** How near a deadline is: passed, within `soonDays`, further off, or none. */
export const queueLights = ['late', 'soon', 'later', 'none'] as const;
export type QueueLight = (typeof queueLights)[number];

export const soonDays = 3;
export const queuePageSize = 50;

export interface QueueFilter {
  kind?: string | undefined;
  light?: QueueLight | undefined;
  areaId?: string | undefined;
  /** In the title or in what stands below it. */
  words?: string | undefined;
  cursor?: string | undefined;
}

export interface QueueRow {
  id: string;
  kind: string;
  subjectKind: string;
  subjectId: string;
  areaId: string;
  title: string;
  detail: string;
  createdAt: Date;
  /** The earliest deadline of the matter. */
  dueAt: Date | null;
  light: QueueLight;
  /** The matter also waits as overdue, or only as that. */
  overdue: boolean;
}

export interface QueueCounts {
  total: number;
  kinds: Partial<Record<string, number>>;
  lights: Partial<Record<string, number>>;
}

interface Statement {
  text: string;
  values: SqlValue[];
}

const isHost = `"kind" NOT IN ('overdue', 'report')`;
const sameMatter = `o."state" = 'open' AND o."subjectKind" = q."subjectKind" AND o."subjectId" = q."subjectId"`;

/** What holds the words as they stand; signs of LIKE are letters here. */
const likePattern = (words: string) => `%${words.toLowerCase().replace(/[!%_]/g, '!$&')}%`;

/** Open matters of the areas, one row a matter: where it waits for a decision too, "overdue" is a mark on that row. */
function matters(areas: readonly string[], words: string | undefined): Statement {
  const ranges = areas.map(within);
  const sought = words ? [likePattern(words)] : [];
  return {
    text: `SELECT q.*, (SELECT MIN(o."dueAt") FROM "QueueItem" o WHERE ${sameMatter} AND o."kind" = 'overdue'
        AND q.${isHost}) AS "overdueAt"
      FROM "QueueItem" q
      WHERE q."state" = 'open' AND (${ranges.map(() => '(q."areaId" >= ? AND q."areaId" < ?)').join(' OR ')})
        ${sought.map(() => `AND (LOWER(q."title") LIKE ? ESCAPE '!' OR LOWER(q."detail") LIKE ? ESCAPE '!')`).join('')}
        AND NOT (q."kind" = 'overdue' AND EXISTS (SELECT 1 FROM "QueueItem" o WHERE ${sameMatter} AND o.${isHost}))`,
    values: [...ranges.flatMap(({ gte, lt }) => [gte, lt]), ...sought.flatMap((like) => [like, like])],
  };
}

/** The above with its earliest deadline, its light at `now`, and whether it is marked. */
function lit(inner: Statement, now: Date): Statement {
  const soon = new Date(now.getTime() + soonDays * 24 * 3600_000);
  return {
    text: `SELECT m.*, CASE WHEN "due" IS NULL THEN 'none' WHEN "due" < ? THEN 'late' WHEN "due" < ? THEN 'soon'
        ELSE 'later' END AS "light"
      FROM (SELECT r.*, CASE WHEN "overdueAt" < "dueAt" OR "dueAt" IS NULL THEN "overdueAt" ELSE "dueAt" END AS "due",
          CASE WHEN "kind" = 'overdue' OR "overdueAt" IS NOT NULL THEN 1 ELSE 0 END AS "marked"
        FROM (${inner.text}) r) m`,
    values: [now, soon, ...inner.values],
  };
}

/** The actor's areas, narrowed to one where it is chosen; none where that lies outside them. */
function areasOf(actor: Actor, areaId: string | undefined): string[] {
  const own = moderatedAreas(actor);
  if (!areaId) return own;
  return own.flatMap((held) => (isWithin(areaId, held) ? [areaId] : isWithin(held, areaId) ? [held] : []));
}

/** The rows behind the place of a cursor: by deadline, those without one last, each by id. */
function behind(cursor: string | undefined): Statement[] {
  const place = readCursor(cursor?.includes(':') ? 'time' : undefined, cursor);
  if (!place) return [];
  const { value, id } = place;
  if (value === null) return [{ text: '"due" IS NULL AND "id" > ?', values: [id] }];
  return [{ text: '("due" > ? OR ("due" = ? AND "id" > ?) OR "due" IS NULL)', values: [value, value, id] }];
}

function narrowed({ kind, light, cursor }: QueueFilter): Statement {
  const kinds = behind(cursor);
  if (kind === 'overdue') kinds.push({ text: '"marked" = 1', values: [] });
  else if (kind) kinds.push({ text: '"kind" = ?', values: [kind] });
  if (light) kinds.push({ text: '"light" = ?', values: [light] });
  if (kinds.length === 0) return { text: '', values: [] };
  return {
    text: `WHERE ${kinds.map(({ text }) => text).join(' AND ')}`,
    values: kinds.flatMap(({ values }) => values),
  };
}

type Read = Omit<QueueRow, 'createdAt' | 'dueAt' | 'overdue'> & {
  createdAt: Date | string;
  due: Date | string | null;
  marked: number;
};

const rowOf = ({ id, kind, subjectKind, subjectId, areaId, title, detail, light, ...read }: Read) => ({
  ...{ id, kind, subjectKind, subjectId, areaId, title, detail, light },
  createdAt: new Date(read.createdAt),
  dueAt: read.due === null ? null : new Date(read.due),
  overdue: Number(read.marked) === 1,
});

interface Counted {
  kind: string;
  light: string;
  marked: number;
  count: number | bigint;
}

function sumUp(counted: readonly Counted[]): QueueCounts {
  const counts: QueueCounts = { total: 0, kinds: {}, lights: {} };
  for (const { kind, light, marked, count } of counted) {
    const more = Number(count);
    counts.total += more;
    counts.lights[light] = (counts.lights[light] ?? 0) + more;
    if (kind !== 'overdue') counts.kinds[kind] = (counts.kinds[kind] ?? 0) + more;
    if (Number(marked) === 1) counts.kinds.overdue = (counts.kinds.overdue ?? 0) + more;
  }
  return counts;
}

/**
 * One page of the actor's queue, the most urgent first, with counts by kind and by deadline. A matter is one row,
 * however it waits; a report stands for itself, since it asks another question than the matter does.
 */
export async function moderationQueue(ctx: ReadContext, filter: QueueFilter) {
  const areas = areasOf(ctx.actor, filter.areaId);
  if (areas.length === 0) return { items: [], counts: sumUp([]), next: null };
  const all = lit(matters(areas, filter.words), ctx.clock.now());
  const { text, values } = narrowed(filter);
  const [rows, counted] = await Promise.all([
    ctx.database.sql.all<Read>(
      `SELECT * FROM (${all.text}) l ${text}
       ORDER BY CASE WHEN "due" IS NULL THEN 1 ELSE 0 END, "due", "id" LIMIT ?`,
      [...all.values, ...values, queuePageSize + 1],
    ),
    ctx.database.sql.all<Counted>(
      `SELECT "kind", "light", "marked", COUNT(*) AS "count" FROM (${all.text}) l GROUP BY "kind", "light", "marked"`,
      all.values,
    ),
  ]);
  const items = rows.slice(0, queuePageSize).map(rowOf);
  const last = items.at(-1);
  const next = rows.length > queuePageSize && last ? writeCursor({ value: last.dueAt, id: last.id }) : null;
  return { items, counts: sumUp(counted), next };
}
