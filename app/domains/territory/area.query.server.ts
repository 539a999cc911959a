import type { ReadContext } from '../context';
import { areaName } from './area-name';
import { DomainError } from '../domain-error';
import { listPage, oldestFirst } from '~/platform/db/lists/list-page';
import { within } from '~/platform/db/lists/area-scope';
import { trailOf } from '~/lib/geo/division-code';
import { readPolygons } from '~/lib/geo/polygons';

export interface AreaChoice {
  id: string;
  name: string;
  level: string;
}

/** The areas from the city down to the given one, for breadcrumbs. */
export async function areaTrail(ctx: ReadContext, areaId: string): Promise<{ id: string; name: string }[]> {
  const areas = await ctx.database.read.area.findMany({
    where: { id: { in: trailOf(areaId) } },
    orderBy: { id: 'asc' },
    select: { id: true, name: true, nameEnglish: true },
  });
  return areas.map((area) => ({ id: area.id, name: areaName(ctx, area) }));
}

/** Names by id in the reader's language. */
export async function areaNames(ctx: ReadContext, ids: readonly string[]): Promise<Record<string, string>> {
  const areas = await ctx.database.read.area.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, name: true, nameEnglish: true },
  });
  return Object.fromEntries(areas.map((area) => [area.id, areaName(ctx, area)]));
}

/** Names by id as they stand on papers, whatever the reader's language. */
export async function officialAreaNames(
  ctx: ReadContext,
  ids: readonly string[],
): Promise<Record<string, string>> {
  const areas = await ctx.database.read.area.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, name: true },
  });
  return Object.fromEntries(areas.map(({ id, name }) => [id, name]));
}

/** The ids of the areas directly below these, in order; of null those that have none above them. */
export async function areaIdsBelow(ctx: ReadContext, parentIds: readonly string[] | null): Promise<string[]> {
  const areas = await ctx.database.read.area.findMany({
    where: { parentId: parentIds === null ? null : { in: [...parentIds] } },
    orderBy: { id: 'asc' },
    select: { id: true },
  });
  return areas.map(({ id }) => id);
}

const belowAPage = 100;

/** One page of the areas directly below another. */
export async function areasDirectlyBelow(ctx: ReadContext, areaId: string, cursor?: string) {
  const { items, next } = await listPage(
    { order: oldestFirst, cursor, size: belowAPage },
    ({ behind, ...page }) =>
      ctx.database.read.area.findMany({
        where: { AND: behind, parentId: areaId },
        ...page,
        select: { id: true, name: true, nameEnglish: true, closedAt: true },
      }),
  );
  const named = items.map((area) => ({
    id: area.id,
    name: areaName(ctx, area),
    closed: area.closedAt !== null,
  }));
  return { items: named, next };
}

/** All areas directly below another, for figures that are to add up: at most 999, by the codes. */
export async function allDirectlyBelow(
  ctx: ReadContext,
  areaId: string,
): Promise<{ id: string; name: string }[]> {
  const areas = await ctx.database.read.area.findMany({
    where: { parentId: areaId },
    orderBy: { id: 'asc' },
    select: { id: true, name: true, nameEnglish: true },
  });
  return areas.map((area) => ({ id: area.id, name: areaName(ctx, area) }));
}

/** Open areas within the scope that each of the words names, by its code or by its whole name: several where they are alike. */
export async function openAreasNamed(
  ctx: ReadContext,
  { words, scope }: { words: readonly string[]; scope: readonly string[] },
): Promise<Map<string, string[]>> {
  const wanted = [...new Set(words)];
  const areas = await ctx.database.read.area.findMany({
    where: {
      AND: [
        { closedAt: null, OR: scope.map((id) => ({ id: within(id) })) },
        { OR: [{ id: { in: wanted } }, { code: { in: wanted } }, { name: { in: wanted } }] },
      ],
    },
    orderBy: { id: 'asc' },
    select: { id: true, code: true, name: true },
  });
  const named = (word: string) =>
    areas.filter(({ id, code, name }) => [id, code, name].includes(word)).map(({ id }) => id);
  return new Map(wanted.map((word) => [word, named(word)]));
}

/** One area as it is published. */
export async function areaPage(ctx: ReadContext, areaId: string) {
  const { read } = ctx.database;
  // In one read: itself, and what was closed into it.
  const rows = await read.area.findMany({
    where: { OR: [{ id: areaId }, { successorId: areaId }] },
    orderBy: { id: 'asc' },
  });
  const area = rows.find(({ id }) => id === areaId);
  if (!area) throw new DomainError('not-found');
  const { closedAt, successorId } = area;
  const successor = successorId === null ? null : await read.area.findUnique({ where: { id: successorId } });
  const named = (one: { id: string; name: string; nameEnglish: string | null }) => ({
    ...{ id: one.id, name: areaName(ctx, one) },
  });
  return {
    ...{ closedAt, successor: successor && named(successor) },
    former: rows.filter((row) => row !== area).map(named),
    id: area.id,
    code: area.code,
    level: area.level,
    name: areaName(ctx, area),
    population: area.population,
    contact: area.contact,
    workerName: area.workerName,
    workerContact: area.workerContact,
    supervisionPhone: area.supervisionPhone,
    matters: area.matters ? area.matters.split('\n').filter((line) => line.trim() !== '') : [],
    bounds: area.bounds,
    outline: area.bounds ? (readPolygons(area.bounds)?.map(({ outer }) => outer) ?? null) : null,
    trail: await areaTrail(ctx, areaId),
  };
}

/** The areas with none above them: one city, or several where the portal serves them together. */
export async function topAreas(ctx: ReadContext): Promise<AreaChoice[]> {
  const areas = await ctx.database.read.area.findMany({
    where: { parentId: null },
    orderBy: { id: 'asc' },
    select: { id: true, name: true, nameEnglish: true, level: true },
  });
  return areas.map((area) => ({ id: area.id, name: areaName(ctx, area), level: area.level }));
}
