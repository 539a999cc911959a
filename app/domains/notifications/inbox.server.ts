import type { Context, ReadContext } from '../context';
import { inTransaction } from '../in-transaction.server';
import { notificationText, pathOfWithheld } from './notification-text';
import type { Notice } from './notification-text';
import { shownNotice, subjectsIn } from './shown-notice';
import type { Locale } from '~/i18n/locale';
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

/** The newest notifications of a person, in the reader's words. */
export async function inboxPage(ctx: ReadContext, personId: string) {
  const rows = await ctx.database.read.notification.findMany({
    where: { personId },
    orderBy: { createdAt: 'desc' },
    take: 100,
  });
  const shown = await noticesFor(ctx, { personId, locale: ctx.locale, rows });
  return rows.flatMap((row, at) => {
    const words = shown[at];
    return words ? [{ id: row.id, createdAt: row.createdAt, read: row.readAt !== null, ...words }] : [];
  });
}

export async function markAllRead(ctx: Context, personId: string): Promise<void> {
  await inTransaction(ctx, (ctx) =>
    ctx.prisma.notification.updateMany({
      where: { personId, readAt: null },
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
  return mails.map((mail) => ({ ...mail, ...openWords(ctx.configuration.dataKey, mail) }));
}
