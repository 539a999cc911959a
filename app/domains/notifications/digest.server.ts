import { z } from 'zod';
import type { Context, ReadContext } from '../context';
import { inTransaction } from '../in-transaction.server';
import { dueDaily } from './due-people.server';
import { noticesFor } from './inbox.server';
import { unsubscribePath } from './notification-text';
import type { Reader } from '../known-subjects';
import { wants } from './ways/ways.server';
import { textIn } from '~/i18n/catalogue';
import type { Translate } from '~/i18n/catalogue';
import { isLocale } from '~/i18n/locale';
import { mails } from '~/i18n/mails';
import type { Prisma } from '~/platform/db/database.server';
import { enqueue } from '~/platform/jobs/enqueue.server';
import { queueMail } from '~/platform/mail/queue-mail.server';
import { paths } from '~/paths';

/** Events of one act are told by several jobs at once, and their notices written as these come. */
export const asItHappened = { eventId: 'asc' } as const;

const day = 24 * 3600_000;
const mostLines = 50;
/** So many notices are named with a mail, so that what it told can be told again where it is withheld. */
export const mostNamed = 500;

/** Where nothing is known of an earlier daily mail, only what is younger counts as new. */
const longestMemory = 2 * day;

/** Queues the daily mail of each person to whom one is due; answers how many. The mails are written as jobs. */
export async function queueDigests(ctx: Context): Promise<number> {
  const now = ctx.clock.now();
  const before = new Date(now.getTime() - day);
  const horizon = new Date(now.getTime() - longestMemory);
  const due = dueDaily(ctx.subjects.persons.mailReadersSql);
  let queued = 0;
  for (let after = ''; ;) {
    const people = await ctx.database.sql.all<{ id: string }>(due, [
      ...[after, before, before],
      ...[horizon, horizon],
    ]);
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

type DailyReader = Reader & { mailFrequency: string; digestedAt: Date | null };

/** What has come for the person since the last daily mail, or was to be mailed since, and was neither mailed nor read. */
function waitingOf(ctx: ReadContext, { id: personId, digestedAt, mailFrequency }: DailyReader) {
  const now = ctx.clock.now();
  const since = digestedAt ?? new Date(now.getTime() - longestMemory);
  const come = [{ createdAt: { gte: since, lte: now } }, { bundleAt: { gte: since, lte: now } }];
  const before = mailFrequency === 'daily' ? [{ mailWay: null }, { mailWay: 'immediate' }] : [];
  return {
    ...{ personId, mailedAt: null, readAt: null },
    AND: [{ OR: come }, { OR: [{ mailWay: 'daily' }, ...before] }],
  };
}

async function dailyReader(ctx: ReadContext, personId: string): Promise<DailyReader | null> {
  const person = await ctx.subjects.persons.mailReader(ctx, personId);
  return person && (await wants(ctx, person, 'daily')) ? person : null;
}

export interface Line {
  text: string;
  url: string;
}

/** The lines of the mail by notice, as the person may read them now. Read before the transaction: it asks many rules. */
async function wordsOf(ctx: ReadContext, personId: string): Promise<Map<string, Line>> {
  const person = await dailyReader(ctx, personId);
  return person ? linesOf(ctx, person, waitingOf(ctx, person)) : new Map<string, Line>();
}

/** The above, of some notices of a reader. */
export async function linesOf(
  ctx: ReadContext,
  person: Reader,
  where: Prisma.NotificationWhereInput,
): Promise<Map<string, Line>> {
  const rows = await ctx.database.read.notification.findMany({
    where,
    orderBy: asItHappened,
    take: mostLines,
  });
  const locale = isLocale(person.locale) ? person.locale : 'zh-CN';
  const shown = await noticesFor(ctx, { personId: person.id, locale, rows });
  return new Map(
    rows.flatMap(({ id }, at) => {
      const notice = shown[at];
      if (!notice) return [];
      const text = [notice.text, ...notice.details].join(' ');
      return [[id, { text, url: ctx.configuration.publicUrl + notice.path }] as const];
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
    const { persons } = ctx.subjects;
    const person = await dailyReader(ctx, personId);
    if (!person || !(await persons.claimDaily(ctx, personId, new Date(now.getTime() - day)))) return;
    const waiting = waitingOf(ctx, person);
    const notices = await ctx.prisma.notification.findMany({
      where: waiting,
      orderBy: asItHappened,
      take: mostNamed,
    });
    const { count } = await ctx.prisma.notification.updateMany({ where: waiting, data: { mailedAt: now } });
    if (count === 0) return;
    const lines = notices.flatMap(({ id }) => words.get(id) ?? []);
    await queueMail(ctx, ctx, {
      ...digestOf(ctx, person, { lines, count, subject: 'digest-subject' }),
      eventIds: notices.map(({ eventId }) => eventId),
      at: now,
    });
  });
}

/** What is told several times in the same words is one line. */
function together(lines: readonly Line[], t: Translate<'line-times'>): string[] {
  const groups = new Map<string, { line: Line; times: number }>();
  for (const line of lines) {
    const group = groups.get(line.text);
    if (group) Object.assign(group, { line, times: group.times + 1 });
    else groups.set(line.text, { line, times: 1 });
  }
  return [...groups.values()].map(
    ({ line, times }) => `${line.text}${times > 1 ? t('line-times', { count: times }) : ''} ${line.url}`,
  );
}

interface Told {
  lines: readonly Line[];
  /** Of all that are told, those that do not fit included. */
  count: number;
  subject: 'digest-subject' | 'bundle-subject';
}

export function digestOf(ctx: ReadContext, person: Reader, { lines, count, subject }: Told) {
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
    subject: lines.length === 1 && count === 1 ? (lines[0]?.text ?? '') : t(subject, { count }),
    paragraphs: [
      t('greeting', { name: person.displayName }),
      ...together(lines, t),
      ...(more > 0 ? [t('digest-more', { count: more, url: `${publicUrl}${paths.inbox}` })] : []),
    ],
    footer: [t('why-you-get-this'), t('unsubscribe', { url: unsubscribeUrl })],
  };
}
