import { categoryNamer } from '../../categories/index.server';
import type { ReadContext } from '../../context';
import { DomainError, ensure } from '../../domain-error';
import { portalTops } from '../../identity/index.server';
import { firstMonth, measuresByArea } from '../../statistics/index.server';
import { mayReadExact } from '../../statistics/policy';
import { areaNames, areasOfLevel, censusInUse, topAreas } from '../../territory/index.server';
import type { AreaOfLevel } from '../../territory/index.server';
import { levelsBelow, readInsights } from './asked';
import type { InsightsAsked } from './asked';
import { yearsBack } from './counts';
import { exactCounts } from './exact-counts.query.server';
import { areaPicture } from './area-picture.query.server';
import type { AreaPicture } from './area-picture.query.server';
import type { CountsAsked } from './exact-counts.query.server';
import type { Figure, FigureName } from './figure';
import {
  areasFigure,
  categoriesFigure,
  monthsFigure,
  ratesFigure,
  risesFigure,
} from './order-figures.query.server';
import type { OrdersOf } from './order-figures.query.server';
import { peopleFigures } from './people-figures.query.server';
import { promiseFigures } from './promise-figures.query.server';
import type { PromiseFigure } from './promise-figures.query.server';
import { publicCounts } from './public-counts.query.server';
import type { AreaLevel } from '~/lib/geo/division-code';
import { monthAfter, monthOf, monthsBetween } from '~/lib/time/month';

export interface InsightsScope {
  asked: InsightsAsked;
  /** Null for the whole portal. */
  areaName: string | null;
  level: AreaLevel;
  levels: readonly AreaLevel[];
  years: readonly number[];
  /** The months of the year, as far as they have begun. */
  from: string;
  to: string;
  /** The last month is not over. */
  hasUnfinishedMonth: boolean;
  /** Whether the reader may ask for every number as it is. */
  mayReadExact: boolean;
  census: { year: number; source: string } | null;
}

interface Looked {
  scope: InsightsScope;
  topIds: string[];
  areas: AreaOfLevel[];
  first: string;
}

/** The areas that are compared: of the level that is asked for, else of the first below with more than one. */
async function areasCompared(ctx: ReadContext, { areaId, level }: InsightsAsked) {
  const levels = level === undefined ? levelsBelow(areaId) : [level];
  let found: { level: AreaLevel; areas: AreaOfLevel[] } | null = null;
  for (const one of levels) {
    const areas = await areasOfLevel(ctx, areaId, one);
    if (areas.length > 1 || (areas.length === 1 && !found)) found = { level: one, areas };
    if (areas.length > 1) break;
  }
  return found ?? { level: levels[0] ?? 'grid', areas: [] };
}

const earlier = (one: string, other: string) => (one < other ? one : other);

/** What the address asks for, with all that the figures of it need. Throws `not-found` and `forbidden`. */
async function look(ctx: ReadContext, query: URLSearchParams): Promise<Looked> {
  const now = monthOf(ctx.clock.now(), ctx.configuration.timeZone);
  const asked = readInsights(query, now);
  const { areaId, year } = asked;
  const topIds = (await topAreas(ctx)).map(({ id }) => id);
  const may = mayReadExact(ctx.actor, areaId, await portalTops(ctx));
  if (asked.isExact) ensure(may);
  const name = areaId === undefined ? null : (await areaNames(ctx, [areaId]))[areaId];
  if (name === undefined) throw new DomainError('not-found');
  const [{ level, areas }, first, census] = await Promise.all([
    areasCompared(ctx, asked),
    firstMonth(ctx),
    censusInUse(ctx),
  ]);
  const to = earlier(`${year}-12`, now);
  const begins = Number((first ?? now).slice(0, 4));
  const last = Number(now.slice(0, 4));
  const scope: InsightsScope = {
    ...{ asked, level, to, areaName: name, from: `${year}-01` },
    levels: levelsBelow(areaId),
    years: Array.from({ length: last - begins + 1 }, (_, index) => last - index),
    hasUnfinishedMonth: to === now,
    mayReadExact: may.allowed,
    census: census && { year: census.year, source: census.source },
  };
  return { scope, areas, topIds, first: first ?? to };
}

async function ordersOf(ctx: ReadContext, looked: Looked): Promise<OrdersOf> {
  const { areas, topIds, first, scope } = looked;
  const { asked, from, to, hasUnfinishedMonth } = scope;
  const since = [monthAfter(to, 1 - 12 * yearsBack), first].reduce((a, b) => (a > b ? a : b));
  const of: CountsAsked = {
    ...{ areaId: asked.areaId, topIds, from, to, category: asked.category },
    areaIds: areas.map(({ id }) => id),
    months: monthsBetween(earlier(since, from), to),
  };
  const [counts, categoryName] = await Promise.all([
    asked.isExact ? exactCounts(ctx, of) : publicCounts(ctx, of),
    categoryNamer(ctx),
  ]);
  return { counts, areaId: asked.areaId, areas, hasUnfinishedMonth, categoryName };
}

const ofOrders: readonly FigureName[] = ['months', 'areas', 'categories', 'rises', 'rates'];
const ofPeople: readonly FigureName[] = ['ages', 'residents'];
const ofPromises: readonly PromiseFigure[] = ['hours', 'agreements', 'subsidies'];

/** The figures that are wanted, in the order of the page. */
async function figuresOf(
  ctx: ReadContext,
  looked: Looked,
  wants: (name: FigureName) => boolean,
): Promise<Figure[]> {
  const { areas, topIds, scope } = looked;
  const { asked, from, to } = scope;
  const { areaId, year, isExact, category } = asked;
  const figures: Figure[] = [];
  if (ofOrders.some(wants)) {
    const orders = await ordersOf(ctx, looked);
    if (wants('months')) figures.push(monthsFigure(orders));
    if (wants('areas')) figures.push(areasFigure(orders));
    if (wants('categories')) figures.push(categoriesFigure(orders));
    if (wants('rises')) figures.push(await risesFigure(orders));
    if (wants('rates')) figures.push(await ratesFigure(ctx, orders, { from, to, category }));
  }
  if (ofPeople.some(wants))
    figures.push(...(await peopleFigures(ctx, { areaId, topIds, areas, year, isExact })));
  figures.push(...(await promiseFigures(ctx, { areas, year, isExact }, ofPromises.filter(wants))));
  return figures.filter(({ name }) => wants(name));
}

/** Everything that the page of insights shows. Throws `not-found`, and `forbidden` where exact numbers are not for the reader. */
export async function insightsPage(ctx: ReadContext, query: URLSearchParams) {
  const looked = await look(ctx, query);
  const figures = await figuresOf(ctx, looked, () => true);
  const picture = await pictureOf(ctx, figures);
  return { scope: looked.scope, figures, picture, isEmpty: !(await yearHasOrders(ctx, looked)) };
}

/** The map of the areas that are compared; null where nobody has said where they are. */
async function pictureOf(ctx: ReadContext, figures: readonly Figure[]): Promise<AreaPicture | null> {
  const areas = figures.find(({ name }) => name === 'areas');
  return areas ? areaPicture(ctx, areas) : null;
}

/** Whether anything was registered at all: nothing is drawn of nothing. */
async function yearHasOrders(ctx: ReadContext, { topIds, scope }: Looked): Promise<boolean> {
  const { asked, from, to } = scope;
  const ids = asked.areaId === undefined ? topIds : [asked.areaId];
  return (await measuresByArea(ctx, ids, { from, to, category: undefined })).size > 0;
}

/** One of the figures, for its picture and its file. */
export async function oneFigure(ctx: ReadContext, query: URLSearchParams, name: FigureName) {
  const looked = await look(ctx, query);
  const figures = await figuresOf(ctx, looked, (one) => one === name);
  const [figure] = figures;
  if (!figure) throw new DomainError('not-found');
  return { scope: looked.scope, figure, picture: await pictureOf(ctx, figures) };
}
