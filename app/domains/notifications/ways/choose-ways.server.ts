import { z } from 'zod';
import type { Context, ReadContext, TransactionContext } from '../../context';
import { inTransaction } from '../../in-transaction.server';
import { personOf } from '../../person-of';
import { keepTopics, mutedTopics, topicsField } from '../mute.server';
import { groupNames, groupOfTopic, topicGroups, topicsOf } from './groups';
import type { NoticeGroup } from './groups';
import { mailWays } from './mail-ways';
import { mostQuietHours, quietMinutes, usualQuiet } from './quiet-hours';
import { lockRow } from '~/platform/db/lock-row';

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'not-a-choice');
const ticked = z
  .literal('yes')
  .optional()
  .transform((value) => value === 'yes');

/** One name a group and question: `mail-matters`. */
const perGroup = <Group extends NoticeGroup, Before extends string, Field extends z.ZodType>(
  groups: readonly Group[],
  before: Before,
  field: Field,
) =>
  Object.fromEntries(groups.map((group) => [`${before}-${group}`, field])) as Record<
    `${Before}-${Group}`,
    Field
  >;

/** All that the page of preferences asks, in one form. */
export const waysSchema = z
  .object({
    ...{ mailFrequency: z.enum(mailWays), weekly: ticked, quiet: ticked, quietStart: clock, quietEnd: clock },
    ...perGroup(topicGroups, 'topics', topicsField),
    ...perGroup(groupNames, 'mail', z.enum(['', ...mailWays]).default('')),
    ...perGroup(groupNames, 'push', ticked),
  })
  .refine(({ quietStart: from, quietEnd: to }) => quietMinutes({ from, to }) <= mostQuietHours * 60, {
    path: ['quietEnd'],
    error: 'quiet-too-long',
  });

type ChosenWays = z.output<typeof waysSchema>;

/** Keeps how the actor wants to be told from here on; what waits to be told goes by it, too. */
export async function chooseWays(ctx: Context, given: ChosenWays): Promise<void> {
  const personId = personOf(ctx);
  const chosen = groupNames.map((group) => ({
    ...{ group, mail: given[`mail-${group}`], push: given[`push-${group}`] },
  }));
  const daily = given.mailFrequency === 'daily' || chosen.some(({ mail }) => mail === 'daily');
  const { quiet, quietStart, quietEnd } = given;
  const weekly = given.weekly || [given.mailFrequency, ...chosen.map(({ mail }) => mail)].includes('weekly');
  await inTransaction(ctx, async (ctx) => {
    await lockRow(ctx, 'Person', personId);
    await ctx.subjects.persons.chooseMails(ctx, { personId, mailFrequency: given.mailFrequency, daily });
    const setting = { quiet, quietStart, quietEnd, weekly };
    await ctx.prisma.noticeSetting.upsert({
      where: { personId },
      create: { personId, ...setting },
      update: setting,
    });
    await ctx.prisma.noticeWay.deleteMany({ where: { personId } });
    const rows = chosen.filter(({ mail, push }) => mail !== '' || !push);
    await ctx.prisma.noticeWay.createMany({
      data: rows.map(({ group: noticeGroup, mail, push }) => ({ personId, noticeGroup, mail, push })),
    });
    for (const { group, mail } of chosen)
      await tellWaiting(ctx, { personId, group, mail: mail === '' ? given.mailFrequency : mail });
    await keepTopics(
      ctx,
      personId,
      topicGroups.flatMap((group) => given[`topics-${group}`]),
    );
  });
}

/** What waits for a mail is told by the one that is chosen now. */
async function tellWaiting(
  ctx: TransactionContext,
  { personId, group, mail }: { personId: string; group: NoticeGroup; mail: string },
): Promise<void> {
  const types = ctx.subjects.all
    .filter(({ name }) => groupOfTopic(name) === group)
    .flatMap(({ events }) => Object.keys(events));
  await ctx.prisma.notification.updateMany({
    where: { personId, mailedAt: null, readAt: null, type: { in: types }, mailWay: { not: 'none' } },
    data: { mailWay: mail },
  });
}

/** How the actor is told now, as the form of the page shows it. */
export async function ownWays(ctx: ReadContext) {
  const personId = personOf(ctx);
  const { read } = ctx.database;
  const [setting, rows, [person], muted] = await Promise.all([
    read.noticeSetting.findUnique({ where: { personId } }),
    read.noticeWay.findMany({ where: { personId } }),
    ctx.subjects.persons.reachable(ctx, [personId]),
    mutedTopics(ctx),
  ]);
  const groups = groupNames.map((group) => {
    const row = rows.find(({ noticeGroup }) => noticeGroup === group);
    const topics = topicsOf(group);
    const kept = topics.filter((topic) => !muted.includes(topic));
    return { group, topics, kept, mail: row?.mail ?? '', push: row?.push ?? true };
  });
  return {
    ...{ groups, mailFrequency: person?.mailFrequency ?? 'none', weekly: setting?.weekly ?? false },
    quiet: setting?.quiet ?? true,
    quietStart: setting?.quietStart ?? usualQuiet.from,
    quietEnd: setting?.quietEnd ?? usualQuiet.to,
  };
}
