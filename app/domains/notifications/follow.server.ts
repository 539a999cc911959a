import type { ReadContext } from '../context';
import type { Transaction } from '~/platform/db/database.server';

export interface Following {
  personId: string;
  subjectKind: string;
  subjectId: string;
}

/** Lets a person follow a thing; following twice changes nothing. */
export async function follow(tx: Transaction, following: Following & { at: Date }): Promise<void> {
  await tx.sql.run(
    `INSERT INTO "Follow" ("personId", "subjectKind", "subjectId", "createdAt") VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING`,
    [following.personId, following.subjectKind, following.subjectId, following.at],
  );
}

export async function unfollow(tx: Transaction, following: Following): Promise<void> {
  const { personId, subjectKind, subjectId } = following;
  await tx.prisma.follow.deleteMany({ where: { personId, subjectKind, subjectId } });
}

/** Whether the actor follows the thing. */
export async function isFollowing(
  ctx: ReadContext,
  subjectKind: string,
  subjectId: string,
): Promise<boolean> {
  if (ctx.actor.kind !== 'person') return false;
  const { personId } = ctx.actor;
  return (await ctx.database.read.follow.count({ where: { personId, subjectKind, subjectId } })) > 0;
}
