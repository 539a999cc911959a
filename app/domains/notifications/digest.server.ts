import type { Context } from '../context';
import { subjectAccess } from '../ledger/index.server';
import { noticesFor } from './inbox.server';
import { unsubscribePath } from './notification-text';
import { textIn } from '~/i18n/catalogue';
import { isLocale } from '~/i18n/locale';
import { mails } from '~/i18n/mails';
import { queueMail } from '~/platform/mail/queue-mail.server';

const day = 24 * 3600_000;

/** Mails each person who wants one mail a day what has come since; what was mailed is not mailed again. */
export async function mailDigests(ctx: Context, access = subjectAccess()): Promise<number> {
  const now = ctx.clock.now();
  const people = await ctx.database.read.person.findMany({
    where: { mailFrequency: 'daily', suspendedAt: null, emailConfirmedAt: { not: null } },
    select: { id: true, email: true, displayName: true, locale: true },
  });
  let sent = 0;
  for (const person of people) {
    const waiting = { personId: person.id, mailedAt: null, readAt: null };
    const oldest = await ctx.database.read.notification.findFirst({
      where: waiting,
      orderBy: { createdAt: 'asc' },
    });
    if (!oldest || now.getTime() - oldest.createdAt.getTime() < day) continue;
    await ctx.database.transaction(async (tx) => {
      const notices = await tx.prisma.notification.findMany({
        where: waiting,
        orderBy: { createdAt: 'asc' },
        take: 50,
      });
      const claimed = await tx.prisma.notification.updateMany({
        where: { ...waiting, id: { in: notices.map((notice) => notice.id) } },
        data: { mailedAt: now },
      });
      if (claimed.count === 0) return;
      const locale = isLocale(person.locale) ? person.locale : 'zh-CN';
      const t = textIn(locale, mails);
      const unsubscribeUrl =
        ctx.configuration.publicUrl + unsubscribePath(ctx.configuration.sessionSecret, person.id);
      const shown = await noticesFor(ctx, { personId: person.id, locale, rows: notices }, access);
      const lines = shown.map(({ text, path }) => `${text} ${ctx.configuration.publicUrl}${path}`);
      await queueMail(tx, {
        recipient: person.email,
        personId: person.id,
        unsubscribeUrl,
        at: now,
        locale,
        subject: t('digest-subject', { count: lines.length }),
        paragraphs: [t('greeting', { name: person.displayName }), ...lines],
        footer: [t('why-you-get-this'), t('unsubscribe', { url: unsubscribeUrl })],
      });
      sent += 1;
    });
  }
  return sent;
}
