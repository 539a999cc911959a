import { z } from 'zod';
import type { Context, ReadContext, TransactionContext } from '../../context';
import { inTransaction } from '../../in-transaction.server';
import type { Reader } from '../../known-subjects';
import type { Week } from '../../weekly-news';
import { letterMail } from './letter-mail';
import { newsOf } from './news-of.server';
import { lastWeek } from './week';
import { isLocale } from '~/i18n/locale';
import { enqueue } from '~/platform/jobs/enqueue.server';
import { queueMail } from '~/platform/mail/queue-mail.server';

/** After so long a letter of the week is none: where nothing ran on Monday, that one is left out. */
const lateMilliseconds = 24 * 3600_000;
const peopleAPage = 200;

/** Whom the letter of the week is due to: it was chosen, and the last one is of a week before. In the order of ids. */
const duePeople = ({ database }: ReadContext, { after, until }: { after: string; until: Date }) =>
  database.read.noticeSetting.findMany({
    where: {
      ...{ weekly: true, personId: { gt: after } },
      OR: [{ weeklyAt: null }, { weeklyAt: { lt: until } }],
    },
    orderBy: { personId: 'asc' },
    take: peopleAPage,
    select: { personId: true },
  });

/** Queues the letter of the week for all to whom one is due, on Mondays from eight on; answers how many. */
export async function queueWeekly(ctx: Context): Promise<number> {
  const now = ctx.clock.now();
  const { until } = lastWeek(now, ctx.configuration.timeZone);
  if (now.getTime() - until.getTime() > lateMilliseconds) return 0;
  let queued = 0;
  for (let after = ''; ;) {
    const people = await duePeople(ctx, { after, until });
    if (people.length === 0) return queued;
    await inTransaction(ctx, async (ctx) => {
      for (const { personId } of people)
        await enqueue(ctx, {
          kind: 'mail.weekly',
          payload: { personId, at: until },
          runAt: now,
          idempotencyKey: `mail.weekly:${personId}:${until.toISOString()}`,
        });
    });
    queued += people.length;
    after = people.at(-1)?.personId ?? after;
    await ctx.giveWay();
  }
}

/** Who wants the letter still, and mails at all; null for others. */
async function letterReader(ctx: ReadContext, personId: string): Promise<Reader | null> {
  const setting = await ctx.database.read.noticeSetting.findUnique({ where: { personId } });
  return setting?.weekly === true ? ctx.subjects.persons.mailReader(ctx, personId) : null;
}

/** Notes that this week's letter is written; false where it was. */
async function claim(ctx: TransactionContext, personId: string, week: Week): Promise<boolean> {
  const claimed = await ctx.prisma.noticeSetting.updateMany({
    where: { personId, OR: [{ weeklyAt: null }, { weeklyAt: { lt: week.until } }] },
    data: { weeklyAt: week.until },
  });
  return claimed.count > 0;
}

const payloadSchema = z.object({ personId: z.string(), at: z.coerce.date() });

/**
 * The handler of jobs of kind `mail.weekly`: the letter of one person, once a week, and none where there is nothing to
 * tell. What it tells of is read before the transaction, as the person may read it now.
 */
export async function mailWeekly(ctx: Context, payload: unknown): Promise<void> {
  const { personId, at } = payloadSchema.parse(payload);
  const week = lastWeek(at, ctx.configuration.timeZone);
  const reader = await letterReader(ctx, personId);
  const actor = reader && (await ctx.subjects.persons.actorOf(ctx, personId));
  const locale = reader && isLocale(reader.locale) ? reader.locale : 'zh-CN';
  const news = actor && (await newsOf({ ...ctx, actor, locale }, week));
  await inTransaction(ctx, async (ctx) => {
    const person = await letterReader(ctx, personId);
    if (!(await claim(ctx, personId, week)) || !person || !news || news.isEmpty) return;
    const told = { personId, mailedAt: null, id: { in: news.moved.ids } };
    await ctx.prisma.notification.updateMany({ where: told, data: { mailedAt: ctx.clock.now() } });
    await queueMail(ctx, ctx, {
      ...letterMail(ctx.configuration, { person, locale, news }),
      ...{ eventIds: news.moved.eventIds, at: ctx.clock.now() },
    });
  });
}
