import { areasOfRoles } from '../../actor';
import type { ReadContext } from '../../context';
import { ensure } from '../../domain-error';
import { mayAdministerPortal, mayOpenAdministration, maySuspend } from '../policy';
import { portalTops } from '../portal-tops.query.server';
import { shownAddress } from './shown-address';
import { withinAny } from '~/platform/db/lists/area-scope';
import { holdsOneOf } from '~/platform/db/lists/holding-text';
import type { Prisma } from '~/platform/db/database.server';
import { withNameDots } from '~/lib/texts/person-name';

const mostFound = 20;
const mostSuspended = 100;
const shortestQuery = 2;

const columns = {
  ...{ id: true, displayName: true, email: true, createdAt: true, suspendedAt: true },
  ...{ homeAreaId: true, residenceAreaId: true },
  roles: { select: { role: true } },
} as const;

/** The areas whose people the actor administers, as conditions of which one has to hold; none: all people. */
async function administered(ctx: ReadContext) {
  ensure(mayOpenAdministration(ctx.actor));
  const tops = await portalTops(ctx);
  const areas = areasOfRoles(ctx.actor, ['administrator']);
  const whole = mayAdministerPortal(ctx.actor, tops).allowed;
  return { tops, within: whole ? [] : withinAny(areas) };
}

type Row = Prisma.PersonGetPayload<{ select: typeof columns }>;

/** What the desk is shown of a person: the mail address in part, since names are not unique. */
function shown(ctx: ReadContext, tops: readonly string[]) {
  return ({ roles, homeAreaId, residenceAreaId, email, ...person }: Row) => {
    const areaId = residenceAreaId ?? homeAreaId;
    const asked = { id: person.id, areaId, holdsOffice: roles.length > 0 };
    return {
      ...person,
      ...{ areaId, address: shownAddress(email) },
      roles: [...new Set(roles.map(({ role }) => role))],
      maySuspend: maySuspend(ctx.actor, asked, tops).allowed,
    };
  };
}

/** The people whose names hold the words, or whose mail address they are; nobody for a single character. */
export async function findPeople(ctx: ReadContext, query: string) {
  const { tops, within } = await administered(ctx);
  const words = withNameDots(query.trim().slice(0, 100));
  if (words.length < shortestQuery) return [];
  const { engine, sql } = ctx.database;
  const named = holdsOneOf(engine, '"displayName"', words);
  // The areas are asked before the limit: who is of them stands behind nobody who is not.
  const lives = 'COALESCE("residenceAreaId", "homeAreaId")';
  const places = within.map(() => `(${lives} >= ? AND ${lives} < ?)`).join(' OR ');
  const found = await sql.all<{ id: string }>(
    `SELECT "id" FROM "Person" WHERE "erasedAt" IS NULL AND (${named.text} OR "email" = ?)
     ${places === '' ? '' : `AND (${places})`} ORDER BY "displayName", "id" LIMIT ${mostFound}`,
    [...named.values, words.toLowerCase(), ...within.flatMap(({ areaId: { gte, lt } }) => [gte, lt])],
  );
  const rows = await ctx.database.read.person.findMany({
    where: { id: { in: found.map(({ id }) => id) } },
    orderBy: [{ displayName: 'asc' }, { id: 'asc' }],
    select: columns,
  });
  return rows.map(shown(ctx, tops));
}

/** Whose accounts are closed to them at present, the newest first. */
export async function suspendedPeople(ctx: ReadContext) {
  const { tops, within } = await administered(ctx);
  const near = within.flatMap(({ areaId }): Prisma.PersonWhereInput[] => [
    { residenceAreaId: areaId },
    { residenceAreaId: null, homeAreaId: areaId },
  ]);
  const rows = await ctx.database.read.person.findMany({
    where: { erasedAt: null, suspendedAt: { not: null }, ...(near.length > 0 && { OR: near }) },
    orderBy: [{ suspendedAt: 'desc' }, { id: 'asc' }],
    take: mostSuspended,
    select: columns,
  });
  return rows.map(shown(ctx, tops));
}
