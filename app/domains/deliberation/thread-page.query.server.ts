import type { ReadContext } from '../context';
import { readCursor, writeCursor } from './rules/comment-order';
import type { CommentSort } from './rules/comment-order';

const threadsOnPage = 20;
/** Of a thread in the list; its own page shows all, so many at a time. */
const answersInList = 40;
const answersOnPage = 200;

export interface DiscussionView {
  kind: string;
  id: string;
  sort: CommentSort;
  cursor?: string | undefined;
  /** One thread alone. */
  threadId?: string | undefined;
}

const orders = {
  newest: [{ id: 'desc' }],
  support: [{ supportCount: 'desc' }, { id: 'desc' }],
  controversy: [{ controversy: 'desc' }, { id: 'desc' }],
} as const;

function after(sort: CommentSort, text: string | undefined) {
  const cursor = readCursor(sort, text);
  if (!cursor) return {};
  const { value, id } = cursor;
  if (sort === 'newest') return { id: { lt: id } };
  const column = sort === 'support' ? 'supportCount' : 'controversy';
  return { OR: [{ [column]: { lt: value } }, { [column]: value, id: { lt: id } }] };
}

/** The threads of one page in their order, with the cursor of the next: equal values are told apart by id. */
async function threadIds(ctx: ReadContext, view: DiscussionView) {
  const { kind, id, sort, cursor } = view;
  const rows = await ctx.database.read.comment.findMany({
    where: { subjectKind: kind, subjectId: id, parentId: null, ...after(sort, cursor) },
    orderBy: [...orders[sort]],
    take: threadsOnPage + 1,
    select: { id: true, supportCount: true, controversy: true },
  });
  const shown = rows.slice(0, threadsOnPage);
  const last = shown.at(-1);
  const value = sort === 'controversy' ? last?.controversy : last?.supportCount;
  const next = rows.length > threadsOnPage && last ? { value: value ?? 0, id: last.id } : null;
  return { ids: shown.map((row) => row.id), next: next && writeCursor(sort, next) };
}

/** The first answers of each thread, in one query however many threads there are. */
async function commentIds(ctx: ReadContext, threads: readonly string[]): Promise<string[]> {
  if (threads.length === 0) return [];
  const rows = await ctx.database.sql.all<{ id: string }>(
    `SELECT "id" FROM (
       SELECT "id", ROW_NUMBER() OVER (PARTITION BY "threadId" ORDER BY "id") AS "place"
       FROM "Comment" WHERE "threadId" IN (${threads.map(() => '?').join(', ')})
     ) AS "placed" WHERE "place" <= ${answersInList + 1}`,
    [...threads],
  );
  return rows.map((row) => row.id);
}

async function oneThread(ctx: ReadContext, view: DiscussionView, threadId: string) {
  const rows = await ctx.database.read.comment.findMany({
    where: {
      subjectKind: view.kind,
      subjectId: view.id,
      threadId,
      id: { gt: readCursor('newest', view.cursor)?.id ?? '' },
    },
    orderBy: { id: 'asc' },
    take: answersOnPage + 1,
    select: { id: true },
  });
  const shown = rows.slice(0, answersOnPage).map((row) => row.id);
  const next = rows.length > answersOnPage ? (shown.at(-1) ?? null) : null;
  return { threads: [threadId], ids: [...new Set([threadId, ...shown])], next };
}

/** What one page of a discussion shows: the threads in order, and the rows of all their comments. */
export async function threadPage(ctx: ReadContext, view: DiscussionView) {
  const page = view.threadId
    ? await oneThread(ctx, view, view.threadId)
    : await threadIds(ctx, view).then(async ({ ids, next }) => ({
        threads: ids,
        ids: await commentIds(ctx, ids),
        next,
      }));
  const comments = await ctx.database.read.comment.findMany({
    where: { id: { in: page.ids }, subjectKind: view.kind, subjectId: view.id },
    orderBy: { id: 'asc' },
    include: { mentions: { select: { personId: true } } },
  });
  return { threads: page.threads, comments, next: page.next };
}

export type CommentRow = Awaited<ReturnType<typeof threadPage>>['comments'][number];
