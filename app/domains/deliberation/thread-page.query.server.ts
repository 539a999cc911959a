import type { ReadContext } from '../context';
import type { CommentSort } from './rules/comment-order';
import { listPage, newestFirst, oldestFirst } from '~/platform/db/lists/list-page';

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

const bySupport = { unique: 'id', direction: 'desc', column: 'supportCount', kind: 'number' } as const;
const byControversy = { ...bySupport, column: 'controversy' } as const;
const sorted = { id: true, supportCount: true, controversy: true } as const;

/** The threads of one page in their order, with the cursor of the next: equal values are told apart by id. */
async function threadIds(ctx: ReadContext, { kind, id, sort, cursor }: DiscussionView) {
  const { comment } = ctx.database.read;
  const where = { subjectKind: kind, subjectId: id, parentId: null };
  const asked = { cursor, size: threadsOnPage };
  const page = await (sort === 'support'
    ? listPage({ ...asked, order: bySupport }, ({ behind, ...rest }) =>
        comment.findMany({ where: { ...where, AND: behind }, ...rest, select: sorted }),
      )
    : sort === 'controversy'
      ? listPage({ ...asked, order: byControversy }, ({ behind, ...rest }) =>
          comment.findMany({ where: { ...where, AND: behind }, ...rest, select: sorted }),
        )
      : listPage({ ...asked, order: newestFirst }, ({ behind, ...rest }) =>
          comment.findMany({ where: { ...where, AND: behind }, ...rest, select: sorted }),
        ));
  return { ids: page.items.map((row) => row.id), next: page.next };
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
  const { items, next } = await listPage(
    { order: oldestFirst, cursor: view.cursor, size: answersOnPage },
    ({ behind, ...page }) =>
      ctx.database.read.comment.findMany({
        where: { AND: behind, subjectKind: view.kind, subjectId: view.id, threadId },
        ...page,
        select: { id: true },
      }),
  );
  return { threads: [threadId], ids: [...new Set([threadId, ...items.map((row) => row.id)])], next };
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
