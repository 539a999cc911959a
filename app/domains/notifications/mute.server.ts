import { z } from 'zod';
import type { Context, ReadContext } from '../context';
import { DomainError } from '../domain-error';
import { inTransaction } from '../in-transaction.server';
import { mutableTopics } from './topics';
import type { MutableTopic } from './topics';

const listed = (value: unknown) => (Array.isArray(value) ? value : value === undefined ? [] : [value]);

/** The topics that stay on; those that are left out are muted. */
export const topicsSchema = z.object({
  topics: z.preprocess(listed, z.array(z.enum(mutableTopics)).max(50)),
});

/** What the actor has muted. */
export async function mutedTopics(ctx: ReadContext): Promise<MutableTopic[]> {
  if (ctx.actor.kind !== 'person') return [];
  const rows = await ctx.database.read.mutedTopic.findMany({ where: { personId: ctx.actor.personId } });
  return mutableTopics.filter((topic) => rows.some((row) => row.topic === topic));
}

/** From here on the actor is told of these topics alone, and of what names them. */
export async function keepTopics(ctx: Context, kept: readonly MutableTopic[]): Promise<void> {
  const { actor } = ctx;
  if (actor.kind !== 'person') throw new DomainError('signed-out');
  const { personId } = actor;
  const muted = mutableTopics.filter((topic) => !kept.includes(topic));
  await inTransaction(ctx, async (ctx) => {
    await ctx.prisma.mutedTopic.deleteMany({ where: { personId, topic: { in: [...kept] } } });
    for (const topic of muted)
      await ctx.sql.run(
        'INSERT INTO "MutedTopic" ("personId", "topic") VALUES (?, ?) ON CONFLICT DO NOTHING',
        [personId, topic],
      );
  });
}

/** Ids in one query: below what SQLite takes as parameters. */
const askedAtOnce = 500;

/** Of these persons, those who muted what events of the type are about. */
export async function mutedBy(
  ctx: ReadContext,
  type: string,
  personIds: readonly string[],
): Promise<Set<string>> {
  const topic = ctx.subjects.all.find(({ events }) => Object.hasOwn(events, type))?.name;
  if (topic === undefined || personIds.length === 0) return new Set();
  const muted = new Set<string>();
  for (let start = 0; start < personIds.length; start += askedAtOnce) {
    const rows = await ctx.database.read.mutedTopic.findMany({
      where: { topic, personId: { in: personIds.slice(start, start + askedAtOnce) } },
      select: { personId: true },
    });
    for (const { personId } of rows) muted.add(personId);
  }
  return muted;
}
