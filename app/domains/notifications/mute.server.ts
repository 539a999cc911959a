import { z } from 'zod';
import type { ReadContext } from '../context';
import { mutableTopics } from './topics';
import type { MutableTopic } from './topics';
import { subjectOfType } from './subject-of-type';
import type { Transaction } from '~/platform/db/database.server';

const listed = (value: unknown) => (Array.isArray(value) ? value : value === undefined ? [] : [value]);

/** The topics that stay on; those that are left out are muted. */
export const topicsField = z.preprocess(listed, z.array(z.enum(mutableTopics)).max(50));

/** What the actor has muted. */
export async function mutedTopics(ctx: ReadContext): Promise<MutableTopic[]> {
  if (ctx.actor.kind !== 'person') return [];
  const rows = await ctx.database.read.mutedTopic.findMany({ where: { personId: ctx.actor.personId } });
  return mutableTopics.filter((topic) => rows.some((row) => row.topic === topic));
}

/** From here on the person is told of these topics alone, and of what names them. */
export async function keepTopics(
  tx: Transaction,
  personId: string,
  kept: readonly MutableTopic[],
): Promise<void> {
  const muted = mutableTopics.filter((topic) => !kept.includes(topic));
  await tx.prisma.mutedTopic.deleteMany({ where: { personId, topic: { in: [...kept] } } });
  for (const topic of muted)
    await tx.sql.run('INSERT INTO "MutedTopic" ("personId", "topic") VALUES (?, ?) ON CONFLICT DO NOTHING', [
      personId,
      topic,
    ]);
}

/** Ids in one query: below what SQLite takes as parameters. */
const askedAtOnce = 500;

/** Of these persons, those who muted what events of the type are about. */
export async function mutedBy(
  ctx: ReadContext,
  type: string,
  personIds: readonly string[],
): Promise<Set<string>> {
  const topic = subjectOfType(ctx, type)?.name;
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
