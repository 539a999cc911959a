import { z } from 'zod';
import type { Context, ReadContext } from '../context';
import { inTransaction } from '../in-transaction.server';
import { noticesFor } from './inbox.server';
import { unsubscribePath } from './notification-text';
import { textIn } from '~/i18n/catalogue';
import { isLocale } from '~/i18n/locale';
import { mails } from '~/i18n/mails';
import { enqueue } from '~/platform/jobs/enqueue.server';
import { queueMail } from '~/platform/mail/queue-mail.server';

const day = 24 * 3600_000;
const mostLines = 50;
const peopleAPage = 200;

/** Where nothing is known of an earlier daily mail, only what is younger counts as new. */
const longestMemory = 2 * day;

/** Whom a daily mail is due to: the last is a day ago, and the oldest notice since has waited a day. */
const duePeople = `SELECT p."id" FROM "Person" p
  WHERE p."mailFrequency" = 'daily' AND p."suspendedAt" IS NULL AND p."emailConfirmedAt" IS NOT NULL
    AND p."id" > ? AND (p."digestedAt" IS NULL OR p."digestedAt" <= ?)
    AND EXISTS (SELECT 1 FROM "Notification" n WHERE n."personId" = p."id" AND n."createdAt" <= ?
      AND n."createdAt" >= COALESCE(p."digestedAt", ?) AND n."mailedAt" IS NULL AND n."readAt" IS NULL)
  ORDER BY p."id" LIMIT ${peopleAPage}`;

/** Queues the daily mail of each person to whom one is due; answers how many. The mails are written as jobs. */
export async function queueDigests(ctx: Context): Promise<number> {
  const now = ctx.clock.now();
  const before = new Date(now.getTime() - day);
  const horizon = new Date(now.getTime() - longestMemory);
  let queued = 0;
  for (let after = ''; ;) {
    const people = await ctx.database.sql.all<{ id: string }>(duePeople, [after, before, before, horizon]);
    if (people.length === 0) return queued;
    await inTransaction(ctx, async (ctx) => {
      for (const { id } of people) {
        const idempotencyKey = `mail.digest:${id}:${now.toISOString().slice(0, 13)}`;
        await enqueue(ctx, { kind: 'mail.digest', payload: { personId: id }, runAt: now, idempotencyKey });
      }
    });
    queued += people.length;
    after = people.at(-1)?.id ?? after;
    await ctx.giveWay();
  }
}

/** What has come for the person since the last daily mail, up to now, and was neither mailed nor read. */
function waitingOf(ctx: ReadContext, { id: personId, digestedAt }: { id: string; digestedAt: Date | null }) {
  const now = ctx.clock.now();
  const since = digestedAt ?? new Date(now.getTime() - longestMemory);
  return { personId, mailedAt: null, readAt: null, createdAt: { gte: since, lte: now } };
}

/** The lines of the mail by notice, as the person may read them now. Read before the transaction: it asks many rules. */
async function wordsOf(ctx: ReadContext, personId: string): Promise<Map<string, string>> {
  const { read } = ctx.database;
  const select = { id: true, locale: true, digestedAt: true } as const;
  const person = await read.person.findUnique({ where: { id: personId }, select });
  if (!person) return new Map();
  const rows = await read.notification.findMany({
    where: waitingOf(ctx, person),
    orderBy: { createdAt: 'asc' },
    take: mostLines,
  });
  const locale = isLocale(person.locale) ? person.locale : 'zh-CN';
  const shown = await noticesFor(ctx, { personId, locale, rows });
  return new Map(
    rows.flatMap(({ id }, at) => {
      const notice = shown[at];
      return notice ? [[id, `${notice.text} ${ctx.configuration.publicUrl}${notice.path}`] as const] : [];
    }),
  );
}

const payloadSchema = z.object({ personId: z.string() });

/**
 * The handler of jobs of kind `mail.digest`: mails a person who wants one mail a day what has come since the last one
 * and was neither mailed nor read. Once a day at most; what does not fit is counted and waits in the inbox.
 */
export async function mailDigest(ctx: Context, payload: unknown): Promise<void> {
  const { personId } = payloadSchema.parse(payload);
  const now = ctx.clock.now();
  const words = await wordsOf(ctx, personId);
  await inTransaction(ctx, async (ctx) => {
    const person = await ctx.prisma.person.findFirst({
      where: { id: personId, mailFrequency: 'daily', suspendedAt: null, emailConfirmedAt: { not: null } },
      select: { id: true, email: true, displayName: true, locale: true, digestedAt: true },
    });
    if (!person) return;
    const claimed = await ctx.prisma.person.updateMany({
      where: {
        id: personId,
        OR: [{ digestedAt: null }, { digestedAt: { lte: new Date(now.getTime() - day) } }],
      },
      data: { digestedAt: now },
    });
    if (claimed.count === 0) return;
    const waiting = waitingOf(ctx, person);
    const notices = await ctx.prisma.notification.findMany({
      where: waiting,
      orderBy: { createdAt: 'asc' },
      take: mostLines,
    });
    const { count } = await ctx.prisma.notification.updateMany({ where: waiting, data: { mailedAt: now } });
    if (count === 0) return;
    const lines = notices.flatMap(({ id }) => words.get(id) ?? []);
    await queueMail(ctx, ctx.configuration, { ...digestOf(ctx, person, { lines, count }), at: now });
  });
}

interface Reader {
  id: string;
  email: string;
  displayName: string;
  locale: string;
}

interface Told {
  lines: readonly string[];
  /** Of all that are told, those that do not fit included. */
  count: number;
}

function digestOf(ctx: ReadContext, person: Reader, { lines, count }: Told) {
  const { publicUrl, sessionSecret } = ctx.configuration;
  const locale = isLocale(person.locale) ? person.locale : 'zh-CN';
  const t = textIn(locale, mails);
  const unsubscribeUrl = publicUrl + unsubscribePath(sessionSecret, person.id);
  const more = count - lines.length;
  return {
    recipient: person.email,
    personId: person.id,
    unsubscribeUrl,
    locale,
    subject: t('digest-subject', { count }),
    paragraphs: [
      t('greeting', { name: person.displayName }),
      ...lines,
      ...(more > 0 ? [t('digest-more', { count: more, url: `${publicUrl}/inbox` })] : []),
    ],
    footer: [t('why-you-get-this'), t('unsubscribe', { url: unsubscribeUrl })],
  };
}
