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

interface Followed {
  subjectKind: string;
  subjectId: string;
}

/** Of these persons those who follow one of the things. */
export async function followersAmong(
  ctx: ReadContext,
  personIds: readonly string[],
  things: readonly Followed[],
): Promise<Set<string>> {
  if (personIds.length === 0) return new Set();
  const rows = await ctx.database.read.follow.findMany({
    where: { personId: { in: [...personIds] }, OR: [...things] },
    select: { personId: true },
  });
  return new Set(rows.map(({ personId }) => personId));
}

async function insertFollows(
  tx: Transaction,
  { subjectKind, subjectId }: Followed,
  rows: readonly { personId: string; at: Date }[],
): Promise<void> {
  if (rows.length === 0) return;
  await tx.sql.run(
    `INSERT INTO "Follow" ("personId", "subjectKind", "subjectId", "createdAt")
     VALUES ${rows.map(() => '(?, ?, ?, ?)').join(', ')} ON CONFLICT DO NOTHING`,
    rows.flatMap(({ personId, at }) => [personId, subjectKind, subjectId, at]),
  );
}

/** Lets all of them follow a thing, at one time and in the order given. */
export async function followTogether(
  tx: Transaction,
  followed: Followed,
  { personIds, at }: { personIds: readonly string[]; at: Date },
): Promise<void> {
  await insertFollows(
    tx,
    followed,
    personIds.map((personId) => ({ personId, at })),
  );
}

/** How many people follow one of these things; who follows several is one. */
export async function countFollowers(ctx: ReadContext, followed: readonly Followed[]): Promise<number> {
  const [first, ...others] = followed;
  if (!first) return 0;
  const one = '("subjectKind" = ? AND "subjectId" = ?)';
  const [row] = await ctx.database.sql.all<{ count: number | bigint }>(
    `SELECT COUNT(DISTINCT "personId") AS "count" FROM "Follow" WHERE ${[one, ...others.map(() => one)].join(' OR ')}`,
    followed.flatMap(({ subjectKind, subjectId }) => [subjectKind, subjectId]),
  );
  return Number(row?.count ?? 0);
}

/** Who follows a thing. */
export async function followersOf(tx: Transaction, followed: Followed): Promise<string[]> {
  const rows = await tx.prisma.follow.findMany({ where: followed, select: { personId: true } });
  return rows.map(({ personId }) => personId);
}

/** Lets those who follow the one, and not yet the other, follow the other too, as long as the one. Answers who they are. */
export async function copyFollowers(tx: Transaction, one: Followed, other: Followed): Promise<string[]> {
  const known = new Set(await followersOf(tx, other));
  const rows = await tx.prisma.follow.findMany({ where: one, select: { personId: true, createdAt: true } });
  const added = rows.filter(({ personId }) => !known.has(personId));
  await insertFollows(
    tx,
    other,
    added.map(({ personId, createdAt }) => ({ personId, at: createdAt })),
  );
  return added.map(({ personId }) => personId);
}

/** Lets these persons follow a thing no longer. */
export async function unfollowTogether(
  tx: Transaction,
  followed: Followed,
  personIds: readonly string[],
): Promise<void> {
  await tx.prisma.follow.deleteMany({ where: { ...followed, personId: { in: [...personIds] } } });
}
