import { z } from 'zod';
import type { Context, ReadContext } from '../context';
import { inTransaction } from '../in-transaction.server';
import { notificationText, pathOfWithheld } from './notification-text';
import type { Notice } from './notification-text';
import { shownNotice, subjectsIn } from './shown-notice';
import type { Locale } from '~/i18n/locale';
import { listPage, newestFirst } from '~/platform/db/lists/list-page';
import { openWords } from '~/platform/mail/mail-words.server';

/** How many notifications the actor has not read. */
export async function unreadCount(ctx: ReadContext): Promise<number> {
  if (ctx.actor.kind !== 'person') return 0;
  return ctx.database.read.notification.count({ where: { personId: ctx.actor.personId, readAt: null } });
}

function noticeOf(row: { type: string; data: string }): Notice {
  const { subjectKind, subjectId, ...data } = JSON.parse(row.data) as Record<string, unknown>;
  return { type: row.type, subjectKind: String(subjectKind), subjectId: String(subjectId), data };
}

/**
 * Notices in their reader's words: access is asked again for each, and what may no longer be read is not named. Under
 * `path` they lead to their page, or to the inbox where they may lead nowhere.
 */
export async function noticesFor(
  ctx: ReadContext,
  given: { personId: string; locale: Locale; rows: readonly { type: string; data: string }[] },
) {
  const { personId, locale, rows } = given;
  const { access } = ctx.subjects;
  const notices = rows.map(noticeOf);
  const asked = notices.flatMap(subjectsIn);
  const own = ctx.actor.kind === 'person' && ctx.actor.personId === personId;
  const readable = own ? await access.readable(ctx, asked) : await access.readableBy(ctx, personId, asked);
  return notices.map((notice) => {
    const shown = shownNotice(locale, notice, readable);
    const words = notificationText({ locale, timeZone: ctx.configuration.timeZone }, shown);
    return shown.withheld ? { ...words, path: pathOfWithheld(notice) } : words;
  });
}

const pageSize = 50;

/** One page of a person's notifications, the newest first, in the reader's words. */
export async function inboxPage(ctx: ReadContext, personId: string, cursor?: string) {
  const { items: rows, next } = await listPage(
    { order: newestFirst, cursor, size: pageSize },
    ({ behind, ...page }) =>
      ctx.database.read.notification.findMany({ where: { AND: behind, personId }, ...page }),
  );
  const shown = await noticesFor(ctx, { personId, locale: ctx.locale, rows });
  const items = rows.flatMap((row, at) => {
    const words = shown[at];
    return words ? [{ id: row.id, createdAt: row.createdAt, read: row.readAt !== null, ...words }] : [];
  });
  return { items, next };
}

/** Up to the newest that the reader was shown: what came since has not been seen. */
export const markReadSchema = z.object({ upTo: z.string().min(1).max(26) });

export async function markRead(ctx: Context, personId: string, upTo: string): Promise<void> {
  await inTransaction(ctx, (ctx) =>
    ctx.prisma.notification.updateMany({
      where: { personId, readAt: null, id: { lte: upTo } },
      data: { readAt: ctx.clock.now() },
    }),
  );
}

/** The newest mails as they were rendered: for the mailbox page of the demo and of development only. */
export async function recentMails(ctx: ReadContext) {
  const mails = await ctx.database.read.mail.findMany({
    where: { emptiedAt: null },
    orderBy: { createdAt: 'desc' },
    take: 50,
  });
  return mails.map((mail) => ({ ...mail, ...openWords(ctx.keys, mail) }));
}
