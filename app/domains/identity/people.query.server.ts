import type { ReadContext, TransactionContext } from '../context';
import { shownName } from '~/i18n/shown-name';

/** Display names by id, in words for who has closed the account. */
export async function displayNames(
  ctx: ReadContext,
  personIds: readonly string[],
): Promise<Record<string, string>> {
  const people = await ctx.database.read.person.findMany({
    where: { id: { in: [...new Set(personIds)] } },
    select: { id: true, displayName: true },
  });
  return Object.fromEntries(people.map(({ id, displayName }) => [id, shownName(ctx.locale, displayName)]));
}

/** By what a person is named in rows of others: id, mail address and display name; null where there is no such person. */
export function accountById(ctx: ReadContext, personId: string) {
  return ctx.database.read.person.findUnique({
    where: { id: personId },
    select: { id: true, email: true, displayName: true },
  });
}

/** The year of birth as a moderator has verified it; null where nobody has. */
export async function birthYearOf(
  ctx: Pick<TransactionContext, 'prisma'>,
  personId: string,
): Promise<number | null> {
  const person = await ctx.prisma.person.findUnique({ where: { id: personId }, select: { birthYear: true } });
  return person?.birthYear ?? null;
}

/** The years of birth that moderators have verified, by person. */
export async function birthYearsOf(
  ctx: ReadContext,
  personIds: readonly string[],
): Promise<Map<string, number>> {
  const people = await ctx.database.read.person.findMany({
    where: { id: { in: [...new Set(personIds)] }, birthYear: { not: null } },
    select: { id: true, birthYear: true },
  });
  return new Map(
    people.flatMap(({ id, birthYear }) => (birthYear === null ? [] : [[id, birthYear] as const])),
  );
}

/** Everybody in a demo community who can be tried out by one click, officials first. */
export async function demoPeople(ctx: ReadContext) {
  if (!ctx.configuration.demoMode) return [];
  const people = await ctx.database.read.person.findMany({
    where: { email: { endsWith: '@demo.gongzhi.example' }, suspendedAt: null },
    orderBy: { id: 'asc' },
    take: 100,
    select: { id: true, displayName: true, residenceAreaId: true },
  });
  return people;
}

/** Of these persons those whose accounts are suspended; who is erased is suspended too. */
export async function suspendedAmong(ctx: ReadContext, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await ctx.database.read.person.findMany({
    where: { id: { in: [...ids] }, suspendedAt: { not: null } },
    select: { id: true },
  });
  return new Set(rows.map(({ id }) => id));
}

/** Of these persons those whose accounts were erased. */
export async function erasedAmong(ctx: ReadContext, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await ctx.database.read.person.findMany({
    where: { id: { in: [...ids] }, erasedAt: { not: null } },
    select: { id: true },
  });
  return new Set(rows.map(({ id }) => id));
}
