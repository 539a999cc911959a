import type { ReadContext } from '../context';
import { isWithin } from '../actor';
import { areaName } from './area-name';
import { findAsked, isAllowed } from './find-areas.query.server';
import { offeredAreas } from './offered-areas.query.server';
import type { AreaChoices, AreasFound } from '~/lib/choices/area-choices';
import { parentOf, trailOf } from '~/lib/geo/division-code';
import type { AreaLevel } from '~/lib/geo/division-code';
import { within } from '~/platform/db/lists/area-scope';

/** So many areas are still chosen best from a list that shows them all. */
export const mostInList = 30;
const mostNear = 8;
const mostKnown = 200;
const mostInScope = 50;

export interface ChoosingAreas {
  /** Only these and those below them may be chosen; left out: any. */
  scope?: readonly string[] | undefined;
  /** Lie in the scope, but are no choice: an area whose order goes further down. */
  except?: readonly string[];
  /** Only those of this level; where there are more than a list holds, they are shown first. */
  level?: AreaLevel;
  /** What the fields of the page hold already. */
  chosen?: readonly (string | null | undefined)[];
  /** Of a filter, whose words stand in the address. */
  found?: AreasFound | null;
}

/** Where the reader lives and what lies above it, what they act for, the scope itself; else the topmost areas. */
async function nearTo(ctx: ReadContext, scope: readonly string[]): Promise<string[]> {
  const { actor } = ctx;
  const own =
    actor.kind === 'person'
      ? [actor.homeAreaId, actor.residenceAreaId, actor.actingFor?.areaId].flatMap((id) => (id ? [id] : []))
      : [];
  const near = [...own.flatMap((id) => trailOf(id).reverse()), ...scope].filter((id) => isAllowed(id, scope));
  if (near.length > 0) return [...new Set(near)].slice(0, mostNear);
  const tops = await ctx.database.read.area.findMany({
    where: { parentId: null },
    orderBy: { id: 'asc' },
    take: mostNear,
    select: { id: true },
  });
  return tops.map(({ id }) => id);
}

/** Of a level those beside what is no choice: under the same area as it. */
async function besides(
  ctx: ReadContext,
  { scope, except, level }: { scope: readonly string[]; except: readonly string[]; level: AreaLevel },
): Promise<string[]> {
  const above = except.flatMap((id) => parentOf(id) ?? []).filter((id) => isAllowed(id, scope));
  const rows = await firstAreas(ctx, { scope: above, most: mostNear + except.length, chosen: [], level });
  return rows.flatMap(({ id }) => (except.includes(id) ? [] : [id])).slice(0, mostNear);
}

/** Without those that lie below another of them. */
function outermost(ids: readonly string[]): string[] {
  return [...new Set(ids)].filter((id) => !ids.some((other) => other !== id && isWithin(id, other)));
}

interface Asked {
  scope: readonly string[];
  most: number;
  chosen: readonly string[];
  level: AreaLevel | undefined;
}

/** The first areas of each part of the scope, in the order of the tree: a range of the index each. */
async function firstAreas(ctx: ReadContext, { scope, most, chosen, level }: Asked) {
  const parts = await Promise.all(
    scope.slice(0, mostInScope).map((id) =>
      ctx.database.read.area.findMany({
        // What is closed is chosen no more, and is shown where it was chosen.
        where: {
          id: within(id),
          ...(level && { level }),
          OR: [{ closedAt: null }, { id: { in: [...chosen] } }],
        },
        orderBy: { id: 'asc' },
        take: most,
        select: { id: true, name: true, nameEnglish: true },
      }),
    ),
  );
  return parts.flat().sort((one, other) => (one.id < other.id ? -1 : 1));
}

/** All areas that may be chosen, in the order of the tree; null where they are too many for a list. */
export async function fewAreas(
  ctx: ReadContext,
  { scope, except = [], chosen = [], level }: ChoosingAreas = {},
): Promise<AreaChoices['few']> {
  const rows = await firstAreas(ctx, {
    scope: scope ? outermost(scope) : [''],
    most: mostInList + except.length + 1,
    level,
    chosen: chosen.flatMap((id) => (id ? [id] : [])).slice(0, mostKnown),
  });
  const named = rows
    .filter(({ id }) => !except.includes(id))
    .map((area) => ({ id: area.id, name: areaName(ctx, area) }));
  return named.length <= mostInList ? named : null;
}

/**
 * From what an area is chosen: all where they are few, else those near the reader to begin with. What it costs does not
 * grow with the number of areas.
 */
export async function areaChoices(ctx: ReadContext, choosing: ChoosingAreas = {}): Promise<AreaChoices> {
  const scope = outermost(choosing.scope ?? []);
  const except = choosing.except ?? [];
  const few = await fewAreas(ctx, choosing);
  if (few) return { few, known: [], near: [], scope, found: null };
  const first = choosing.level ? await besides(ctx, { scope, except, level: choosing.level }) : [];
  const near = first.length > 0 ? first : (await nearTo(ctx, scope)).filter((id) => !except.includes(id));
  const chosen = (choosing.chosen ?? []).flatMap((id) => (id ? [id] : [])).slice(0, mostKnown);
  return {
    few: null,
    known: await offeredAreas(ctx, [...chosen, ...near]),
    near,
    scope,
    found: choosing.found ?? null,
  };
}

/** The choices of a list's filter: what is chosen and looked for stands in the address. */
export async function areaFilter(
  ctx: ReadContext,
  asked: URLSearchParams,
  {
    name = 'area',
    scope,
    chosen,
  }: { name?: string; scope?: readonly string[]; chosen?: string | undefined } = {},
): Promise<AreaChoices> {
  const choosing = { scope, chosen: [chosen ?? asked.get(name)] };
  const found = await findAsked(ctx, { part: (end) => asked.get(name + end), scope: scope ?? [] });
  return areaChoices(ctx, { ...choosing, found });
}
