import type { ReadContext } from '../context';
import { areaNames } from '../territory/index.server';
import { readableOrganisations } from './visibility';
import { within, withinAny } from '~/platform/db/lists/area-scope';
import { holdsOneOf } from '~/platform/db/lists/holding-text';
import type { Prisma } from '~/platform/db/database.server';
import { trailOf } from '~/lib/geo/division-code';
import type {
  OrganisationBounds,
  OrganisationChoices,
  OrganisationOffered,
  OrganisationsLooked,
} from '~/lib/choices/organisation-choices';

/** So many organisations are still chosen best from a list that shows them all. */
const mostInList = 30;
const mostNear = 8;
const mostFound = 20;
const mostWords = 5;

const columns = { id: true, name: true, areaId: true } as const;
const byName: Prisma.OrganisationOrderByWithRelationInput[] = [{ name: 'asc' }, { id: 'asc' }];

async function named(
  ctx: ReadContext,
  rows: readonly { id: string; name: string; areaId: string }[],
): Promise<OrganisationOffered[]> {
  const areas = await areaNames(
    ctx,
    rows.map(({ areaId }) => areaId),
  );
  return rows.map(({ id, name, areaId }) => ({ id, name, area: areas[areaId] ?? '' }));
}

const boundsOf = ({
  scope = [],
  kind = '',
  except = [],
}: Partial<OrganisationBounds>): OrganisationBounds => ({
  scope: [...scope],
  kind,
  except: [...except],
});

function inService({ scope, kind, except }: OrganisationBounds): Prisma.OrganisationWhereInput {
  return {
    state: 'verified',
    ...(scope.length > 0 ? { OR: withinAny(scope) } : {}),
    ...(kind === '' ? {} : { kind }),
    ...(except.length > 0 ? { id: { notIn: [...except] } } : {}),
  };
}

/** Those of the area that the reader acts for or lives in, and of the areas above it; else the first by name. */
async function nearTo(ctx: ReadContext, bounds: OrganisationBounds) {
  const { actor } = ctx;
  const own = actor.kind === 'person' ? (actor.actingFor?.areaId ?? actor.homeAreaId) : null;
  const find = (near: Prisma.OrganisationWhereInput) =>
    ctx.database.read.organisation.findMany({
      where: { AND: [inService(bounds), near] },
      orderBy: byName,
      take: mostNear,
      select: columns,
    });
  const around = own ? await find({ OR: [{ areaId: within(own) }, { areaId: { in: trailOf(own) } }] }) : [];
  return around.length > 0 ? around : find({});
}

/** Those with these ids that the reader may read, in the order of the ids. */
async function readable(ctx: ReadContext, ids: readonly string[]): Promise<OrganisationOffered[]> {
  if (ids.length === 0) return [];
  const rows = await ctx.database.read.organisation.findMany({
    where: { AND: [{ id: { in: [...ids] } }, readableOrganisations(ctx.actor)] },
    select: columns,
  });
  const byId = new Map((await named(ctx, rows)).map((one) => [one.id, one]));
  return [...new Set(ids)].flatMap((id) => byId.get(id) ?? []);
}

/**
 * From what organisations in service are chosen: all where they are few, else those that the form holds and some near the
 * reader. What it costs does not grow with the number of organisations.
 */
export async function organisationChoices(
  ctx: ReadContext,
  { chosen = [], ...asked }: { chosen?: readonly string[] } & Partial<OrganisationBounds> = {},
): Promise<OrganisationChoices> {
  const bounds = boundsOf(asked);
  const [first, held] = await Promise.all([
    ctx.database.read.organisation.findMany({
      where: inService(bounds),
      orderBy: byName,
      take: mostInList + 1,
      select: columns,
    }),
    readable(ctx, chosen),
  ]);
  if (first.length <= mostInList) {
    const all = await named(ctx, first);
    // What a text holds stays to be chosen when it has gone out of service meanwhile.
    const gone = held.filter(({ id }) => !all.some((one) => one.id === id));
    return { few: [...all, ...gone], known: [], near: [], bounds };
  }
  const near = await named(ctx, await nearTo(ctx, bounds));
  return { few: null, known: [...held, ...near], near: near.map(({ id }) => id), bounds };
}

/** The ids of the organisations in service whose names hold each of the words, or whose credit code is the query. */
async function findIds(ctx: ReadContext, query: string, bounds: OrganisationBounds): Promise<string[]> {
  const { engine, sql } = ctx.database;
  const words = query
    .split(/\s+/u)
    .slice(0, mostWords)
    .map((word) => holdsOneOf(engine, '"name"', word));
  const inScope = bounds.scope.map((areaId) => within(areaId)).map(({ gte, lt }) => [gte, lt]);
  const places = inScope.map(() => '("areaId" >= ? AND "areaId" < ?)').join(' OR ');
  const { kind, except } = bounds;
  const rows = await sql.all<{ id: string }>(
    `SELECT "id" FROM "Organisation" WHERE "state" = 'verified' AND ("verifiedCode" = ? OR (${words.map(({ text }) => text).join(' AND ')}))
     ${inScope.length > 0 ? `AND (${places})` : ''} ${kind === '' ? '' : 'AND "kind" = ?'}
     ${except.length > 0 ? `AND "id" NOT IN (${except.map(() => '?').join(', ')})` : ''} ORDER BY length("name"), "name", "id" LIMIT ${mostFound + 1}`,
    [
      query.toUpperCase(),
      ...words.flatMap(({ values }) => values),
      ...inScope.flat(),
      ...(kind === '' ? [] : [kind]),
      ...except,
    ],
  );
  return rows.map(({ id }) => id);
}

/** What a form that looks for organisations shows next; see `organisationParts`. */
export async function lookForOrganisations(
  ctx: ReadContext,
  { query, known, bounds }: { query: string; known: readonly string[]; bounds: OrganisationBounds },
): Promise<OrganisationsLooked> {
  if (query === '') return { known: await readable(ctx, known), found: null };
  const ids = await findIds(ctx, query, bounds);
  const shown = ids.slice(0, mostFound);
  return {
    known: await readable(ctx, [...known, ...shown]),
    found: { query, ids: shown, more: ids.length > mostFound },
  };
}
