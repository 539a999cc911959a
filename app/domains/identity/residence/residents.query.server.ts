import type { ReadContext } from '../../context';
import { within } from '~/platform/db/lists/area-scope';

export interface NamedResident {
  id: string;
  displayName: string;
  birthYear: number | null;
  householdKey: string | null;
  residenceAreaId: string | null;
}

const select = {
  id: true,
  displayName: true,
  birthYear: true,
  householdKey: true,
  residenceAreaId: true,
} as const;
const namesAtOnce = 400;

/** Accounts of these names whose residence in the area or below a moderator has confirmed. */
export async function residentsOfName(
  ctx: ReadContext,
  { areaId, names }: { areaId: string; names: readonly string[] },
): Promise<NamedResident[]> {
  const wanted = [...new Set(names)];
  const found: NamedResident[] = [];
  for (let at = 0; at < wanted.length; at += namesAtOnce)
    found.push(
      ...(await ctx.database.read.person.findMany({
        where: {
          displayName: { in: wanted.slice(at, at + namesAtOnce) },
          residenceAreaId: within(areaId),
          suspendedAt: null,
        },
        orderBy: { id: 'asc' },
        select,
      })),
    );
  return found;
}

/** The account of a confirmed mail address, or null. */
export async function personByEmail(ctx: ReadContext, email: string): Promise<string | null> {
  const person = await ctx.database.read.person.findUnique({
    where: { email: email.toLowerCase() },
    select: { id: true, emailConfirmedAt: true, suspendedAt: true },
  });
  return person && person.emailConfirmedAt !== null && person.suspendedAt === null ? person.id : null;
}

/** The account of a confirmed mail address, suspended ones too, or null. */
export async function confirmedAccount(
  ctx: ReadContext,
  email: string,
): Promise<{ id: string; suspended: boolean } | null> {
  const person = await ctx.database.read.person.findUnique({
    where: { email: email.toLowerCase() },
    select: { id: true, emailConfirmedAt: true, suspendedAt: true },
  });
  return person?.emailConfirmedAt ? { id: person.id, suspended: person.suspendedAt !== null } : null;
}

/** What has been confirmed of a person: the year of birth and the mail address; null what has not. */
export async function confirmedFactsOf(
  ctx: ReadContext,
  personId: string,
): Promise<{ birthYear: number | null; email: string | null }> {
  const person = await ctx.database.read.person.findUnique({
    where: { id: personId },
    select: { birthYear: true, email: true, emailConfirmedAt: true },
  });
  return {
    birthYear: person?.birthYear ?? null,
    email: person?.emailConfirmedAt ? person.email.toLowerCase() : null,
  };
}

/** The accounts of confirmed mail addresses, by the address; one without an account is left out. */
export async function personsByEmail(
  ctx: ReadContext,
  emails: readonly string[],
): Promise<Map<string, string>> {
  const people = await ctx.database.read.person.findMany({
    where: { email: { in: [...emails] }, emailConfirmedAt: { not: null }, suspendedAt: null },
    select: { id: true, email: true },
  });
  return new Map(people.map(({ id, email }) => [email, id]));
}

/** The same for any number of addresses, with the year of birth that was confirmed. */
export async function accountsByEmail(
  ctx: ReadContext,
  emails: readonly string[],
): Promise<Map<string, { id: string; birthYear: number | null }>> {
  const found = new Map<string, { id: string; birthYear: number | null }>();
  for (let at = 0; at < emails.length; at += namesAtOnce) {
    const people = await ctx.database.read.person.findMany({
      where: {
        email: { in: emails.slice(at, at + namesAtOnce) },
        ...{ emailConfirmedAt: { not: null }, suspendedAt: null },
      },
      select: { id: true, email: true, birthYear: true },
    });
    for (const { email, ...account } of people) found.set(email, account);
  }
  return found;
}

/** The confirmed mail address of an account that is open, or null. */
export async function confirmedEmailOf(ctx: ReadContext, personId: string): Promise<string | null> {
  const person = await ctx.database.read.person.findFirst({
    where: { id: personId, emailConfirmedAt: { not: null }, suspendedAt: null },
    select: { email: true },
  });
  return person?.email ?? null;
}

const residentsAtOnce = 2000;

const residentIn = (areaId: string) => ({
  ...{ residenceAreaId: within(areaId) },
  ...{ emailConfirmedAt: { not: null }, suspendedAt: null, erasedAt: null },
});

/** Of these people those of whom the same holds now. */
export async function residentsAmong(
  ctx: ReadContext,
  areaId: string,
  personIds: readonly string[],
): Promise<Set<string>> {
  const found = new Set<string>();
  for (let at = 0; at < personIds.length; at += namesAtOnce) {
    const people = await ctx.database.read.person.findMany({
      where: { id: { in: personIds.slice(at, at + namesAtOnce) }, ...residentIn(areaId) },
      select: { id: true },
    });
    for (const { id } of people) found.add(id);
  }
  return found;
}

/** The ids of all whose residence in the area or below a moderator has confirmed and whose account is open, in order. */
export async function residentIds(ctx: ReadContext, areaId: string): Promise<string[]> {
  const ids: string[] = [];
  for (let after = ''; ;) {
    const people = await ctx.database.read.person.findMany({
      where: { id: { gt: after }, ...residentIn(areaId) },
      orderBy: { id: 'asc' },
      take: residentsAtOnce,
      select: { id: true },
    });
    ids.push(...people.map(({ id }) => id));
    const last = people.at(-1);
    if (!last || people.length < residentsAtOnce) return ids;
    after = last.id;
    await ctx.giveWay();
  }
}

/** The keys of the households of these people: one household, one key. Who has none confirmed is left out. */
export async function householdKeysOf(
  ctx: ReadContext,
  personIds: readonly string[],
): Promise<Map<string, string>> {
  const keys = new Map<string, string>();
  for (let at = 0; at < personIds.length; at += namesAtOnce) {
    const people = await ctx.database.read.person.findMany({
      where: { id: { in: personIds.slice(at, at + namesAtOnce) }, householdKey: { not: null } },
      select: { id: true, householdKey: true },
    });
    for (const { id, householdKey } of people) if (householdKey !== null) keys.set(id, householdKey);
  }
  return keys;
}
