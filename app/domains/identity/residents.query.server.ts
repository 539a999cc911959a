import type { ReadContext } from '../context';
import { within } from '~/platform/db/area-scope';

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

/** The confirmed mail address of an account that is open, or null. */
export async function confirmedEmailOf(ctx: ReadContext, personId: string): Promise<string | null> {
  const person = await ctx.database.read.person.findFirst({
    where: { id: personId, emailConfirmedAt: { not: null }, suspendedAt: null },
    select: { email: true },
  });
  return person?.email ?? null;
}
