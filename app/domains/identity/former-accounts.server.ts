import type { ReadContext, TransactionContext } from '../context';

/** What is kept of the address of an erased person: who registers it again is recognised, and nobody else can tell. */
export function addressKey(ctx: ReadContext, email: string): string {
  return ctx.keys.hash(addressText(email));
}

const addressText = (email: string) => `address:${email.toLowerCase()}`;

const mostAccounts = 500;

/**
 * The erased accounts that had the person's mail address: what they endorsed, answered or voted on stays counted, and is
 * not counted again.
 */
export async function formerAccounts(ctx: TransactionContext, personId: string): Promise<string[]> {
  const person = await ctx.prisma.person.findUnique({ where: { id: personId }, select: { email: true } });
  if (!person) return [];
  const former = await ctx.prisma.person.findMany({
    where: { erasedKey: { in: ctx.keys.hashes(addressText(person.email)) } },
    orderBy: { id: 'asc' },
    take: mostAccounts,
    select: { id: true },
  });
  return former.map((row) => row.id);
}

/** Persons whom an older version erased without asking the other subjects, at most so many. */
export async function halfErased(ctx: ReadContext, most: number): Promise<string[]> {
  const people = await ctx.database.read.person.findMany({
    where: {
      ...{ erasedAt: null, suspendedAt: { not: null } },
      email: { startsWith: 'erased-', endsWith: '@invalid' },
    },
    select: { id: true },
    take: most,
  });
  return people.map(({ id }) => id);
}
