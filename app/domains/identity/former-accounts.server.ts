import type { ReadContext, TransactionContext } from '../context';
import { newId } from '~/platform/ids';

/** What is kept of the address of an erased person: who registers it again is recognised, and nobody else can tell. */
export function addressKey(ctx: ReadContext, email: string): string {
  return ctx.keys.hash(addressText(email));
}

const addressText = (email: string) => `address:${email.toLowerCase()}`;

const mostAccounts = 500;

interface Remembered {
  personId: string;
  kind: 'address' | 'identity';
  keyHash: string;
}

/** Keeps by what an account was known until now. */
export async function rememberKeys(ctx: TransactionContext, remembered: Remembered): Promise<void> {
  const { personId, keyHash } = remembered;
  const now = ctx.clock.now();
  await ctx.prisma.formerKey.upsert({
    where: { personId_keyHash: { personId, keyHash } },
    create: { id: newId(now), ...remembered, createdAt: now },
    update: {},
  });
}

/** The accounts that were known by one of these hashes before: by an address only those that are erased. */
async function knownBefore(ctx: TransactionContext, personId: string, hashes: string[]): Promise<string[]> {
  const remembered = await ctx.prisma.formerKey.findMany({
    where: { keyHash: { in: hashes }, personId: { not: personId } },
    orderBy: { id: 'asc' },
    take: mostAccounts,
    select: { personId: true, kind: true },
  });
  // Nearly always: whoever answers, endorses or votes is asked about.
  if (remembered.length === 0) return [];
  const byAddress = remembered.filter(({ kind }) => kind === 'address').map((row) => row.personId);
  // Who has another address now may have left this one to somebody else.
  const erased = await ctx.prisma.person.findMany({
    where: { id: { in: byAddress }, erasedAt: { not: null } },
    select: { id: true },
  });
  const byNumber = remembered.filter(({ kind }) => kind === 'identity').map((row) => row.personId);
  return [...byNumber, ...erased.map(({ id }) => id)];
}

/** The number of the person's document under every key of the portal; none where it is not known. */
async function numberHashes(ctx: TransactionContext, personId: string): Promise<string[]> {
  const own = await ctx.prisma.confirmedIdentity.findUnique({
    where: { personId },
    select: { sealedNumber: true },
  });
  return own ? ctx.keys.hashes(identityText(ctx.keys.open(own.sealedNumber))) : [];
}

export const identityText = (number: string) => `identity:${number}`;

/**
 * The accounts that the person had before, by mail address or by the number of a document: what they endorsed, answered
 * or voted on stays counted, and is not counted again.
 */
export async function formerAccounts(ctx: TransactionContext, personId: string): Promise<string[]> {
  const person = await ctx.prisma.person.findUnique({ where: { id: personId }, select: { email: true } });
  if (!person) return [];
  const addresses = ctx.keys.hashes(addressText(person.email));
  const former = await ctx.prisma.person.findMany({
    where: { erasedKey: { in: addresses } },
    orderBy: { id: 'asc' },
    take: mostAccounts,
    select: { id: true },
  });
  const before = await knownBefore(ctx, personId, [...addresses, ...(await numberHashes(ctx, personId))]);
  return [...new Set([...former.map((row) => row.id), ...before])];
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
