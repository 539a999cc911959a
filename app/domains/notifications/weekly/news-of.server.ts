import type { PersonContext } from '../../define-subject.server';
import type { Waiting } from '../../waiting';
import type { Week, WeeklyNews } from '../../weekly-news';
import { noticesFor } from '../inbox.server';

/** A letter is read where it is short. */
const mostWaiting = 5;
const mostMoved = 8;
/** So many notices of a week are put together; who has more reads them in the inbox. */
const mostNotices = 200;

interface Moved {
  text: string;
  path: string;
}

export interface News {
  waits: readonly Waiting[];
  moved: {
    lines: readonly Moved[];
    more: number;
    /** Of the notices that it stands for, and of their events. */
    ids: string[];
    eventIds: string[];
  };
  news: readonly WeeklyNews[];
  isEmpty: boolean;
}

const soonestFirst = (one: Waiting, other: Waiting) =>
  (one.until?.getTime() ?? Infinity) - (other.until?.getTime() ?? Infinity);

/** What happened in the week about what the person follows, and was told by no mail and not read: a line a thing, the newest. */
async function movedOf(ctx: PersonContext, { since, until }: Week): Promise<News['moved']> {
  const { personId } = ctx.actor;
  const rows = await ctx.database.read.notification.findMany({
    where: {
      ...{ personId, readAt: null, mailedAt: null, createdAt: { gte: since, lt: until } },
      OR: [{ mailWay: null }, { mailWay: { not: 'none' } }],
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: mostNotices,
  });
  const shown = await noticesFor(ctx, { personId, locale: ctx.locale, rows });
  const byPath = new Map<string, Moved>();
  for (const { text, path } of shown) if (!byPath.has(path)) byPath.set(path, { text, path });
  const lines = [...byPath.values()];
  return {
    lines: lines.slice(0, mostMoved),
    more: Math.max(0, lines.length - mostMoved),
    ids: rows.map(({ id }) => id),
    eventIds: rows.map(({ eventId }) => eventId),
  };
}

const isNone = (one: WeeklyNews) => 'count' in one && (one.what === 'asked-number' || one.count === 0);

/** All that the letter of the week tells its reader: what waits, what moved, what opened and what was solved around. */
export async function newsOf(ctx: PersonContext, week: Week): Promise<News> {
  const all = await ctx.subjects.waits(ctx);
  const waits = [...all].sort(soonestFirst).slice(0, mostWaiting);
  const moved = await movedOf(ctx, week);
  const news = await ctx.subjects.weekly(ctx, week);
  const isEmpty = waits.length === 0 && moved.lines.length === 0 && news.every(isNone);
  return { waits, moved, news, isEmpty };
}
