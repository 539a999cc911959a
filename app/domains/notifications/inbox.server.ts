import type { Context } from '../context';
import { notificationText } from './notification-text';
import { openWords } from '~/platform/mail/mail-words.server';

/** How many notifications the actor has not read. */
export async function unreadCount(ctx: Context): Promise<number> {
  if (ctx.actor.kind !== 'person') return 0;
  return ctx.database.read.notification.count({ where: { personId: ctx.actor.personId, readAt: null } });
}

/** The newest notifications of a person, in the reader's words. */
export async function inboxPage(ctx: Context, personId: string) {
  const rows = await ctx.database.read.notification.findMany({
    where: { personId },
    orderBy: { createdAt: 'desc' },
    take: 100,
  });
  return rows.map((row) => {
    const { subjectKind, subjectId, ...data } = JSON.parse(row.data) as Record<string, unknown>;
    const notice = { type: row.type, subjectKind: String(subjectKind), subjectId: String(subjectId), data };
    return {
      id: row.id,
      createdAt: row.createdAt,
      read: row.readAt !== null,
      ...notificationText(ctx.locale, notice),
    };
  });
}

export async function markAllRead(ctx: Context, personId: string): Promise<void> {
  await ctx.database.transaction((tx) =>
    tx.prisma.notification.updateMany({
      where: { personId, readAt: null },
      data: { readAt: ctx.clock.now() },
    }),
  );
}

/** The newest mails as they were rendered: for the mailbox page of the demo and of development only. */
export async function recentMails(ctx: Context) {
  const mails = await ctx.database.read.mail.findMany({
    where: { emptiedAt: null },
    orderBy: { createdAt: 'desc' },
    take: 50,
  });
  return mails.map((mail) => ({ ...mail, ...openWords(ctx.configuration.dataKey, mail) }));
}
