import { promisesByArea, subsidiesByArea } from '../../agreements/index.server';
import type { ReadContext } from '../../context';
import { fewestShown, hideNumbers, rowsOfSums, sumsOfAreas } from '../../statistics/index.server';
import type { AreaOfLevel } from '../../territory/index.server';
import { hoursByArea, volunteersWithin } from '../../volunteering/index.server';
import type { Figure, FigureRow } from './figure';
import { trailOf } from '~/lib/geo/division-code';

interface PromisesAsked {
  areas: readonly AreaOfLevel[];
  year: number;
  isExact: boolean;
}

/** Rows of what there is anything of, by the first column, the most first. */
const withSomething = (rows: readonly FigureRow[]) =>
  rows
    .filter(({ values }) =>
      values.some((value) => value === 'hidden' || (typeof value === 'number' && value > 0)),
    )
    .sort((one, other) => Number(other.values[0]) - Number(one.values[0]) || (one.key < other.key ? -1 : 1));

/**
 * The areas of which hours would be those of fewer than five people who can be told apart, though their places of service
 * add up to more; and all above them, from whose hours theirs could be reckoned.
 */
function fewPeople(people: ReadonlyMap<string, number>, isHidden: (areaId: string) => boolean): Set<string> {
  const few = [...people].filter(
    ([id, count]) => count > 0 && count < fewestShown && trailOf(id).at(-1) === id && !isHidden(id),
  );
  return new Set(few.flatMap(([id]) => trailOf(id)));
}

/** Hours of volunteers that were confirmed; not told where fewer than five served. */
async function hoursFigure(ctx: ReadContext, { areas, year, isExact }: PromisesAsked): Promise<Figure> {
  const [found, people] = await Promise.all([hoursByArea(ctx, year), volunteersWithin(ctx, year)]);
  const places = sumsOfAreas(
    found.map(({ areaId, volunteers: count }) => ({ areaId, key: 'volunteers' as const, count })),
  );
  const minutes = sumsOfAreas(
    found.map(({ areaId, minutes: count }) => ({ areaId, key: 'minutes' as const, count })),
  );
  const hidden = isExact ? null : await hideNumbers({ rows: rowsOfSums(places), tables: {} });
  const few = hidden && fewPeople(people, (id) => hidden.total(id));
  const rows = areas.map(({ id, name }): FigureRow => {
    const hours = Math.round((minutes.get(id)?.get('minutes') ?? 0) / 6) / 10;
    const isHidden = hidden?.total(id) === true || few?.has(id) === true;
    return { key: id, label: name, values: isHidden ? ['hidden', 'hidden'] : [hours, people.get(id) ?? 0] };
  });
  const shown = withSomething(rows.filter(({ values }) => values[0] !== 'hidden'));
  return {
    name: 'hours',
    columns: [
      { name: 'hours', kind: 'decimal' },
      { name: 'volunteers', kind: 'count' },
    ],
    rows: [...shown, ...rows.filter(({ values }) => values[0] === 'hidden')],
    notes: [],
  };
}

/** What was agreed, and which promises were due and kept. Agreements are public, each of them: nothing is hidden. */
async function agreementsFigure(ctx: ReadContext, { areas, year }: PromisesAsked): Promise<Figure> {
  const found = await promisesByArea(ctx, year);
  const sums = sumsOfAreas(
    found.flatMap(({ areaId, ...counts }) =>
      (['agreements', 'due', 'kept'] as const).map((key) => ({ areaId, key, count: counts[key] })),
    ),
  );
  const columns = ['agreements', 'due', 'kept'] as const;
  return {
    name: 'agreements',
    columns: columns.map((name) => ({
      name: name === 'agreements' ? 'agreements' : `promises-${name}`,
      kind: 'count',
    })),
    rows: withSomething(
      areas.map(({ id, name }) => ({
        ...{ key: id, label: name },
        values: columns.map((key) => sums.get(id)?.get(key) ?? 0),
      })),
    ),
    notes: [],
  };
}

/** What is paid on accepted evidence, of the public register. */
async function subsidiesFigure(ctx: ReadContext, { areas, year }: PromisesAsked): Promise<Figure> {
  const found = await subsidiesByArea(ctx, year);
  const sums = sumsOfAreas(
    found.flatMap(({ areaId, promised, released }) => [
      { areaId, key: 'promised' as const, count: Number(promised) },
      { areaId, key: 'released' as const, count: Number(released) },
    ]),
  );
  const yuan = (id: string, key: 'promised' | 'released') => (sums.get(id)?.get(key) ?? 0) / 100;
  return {
    name: 'subsidies',
    columns: [
      { name: 'promised', kind: 'yuan' },
      { name: 'released', kind: 'yuan' },
    ],
    rows: withSomething(
      areas.map(({ id, name }) => ({
        ...{ key: id, label: name },
        values: [yuan(id, 'promised'), yuan(id, 'released')],
      })),
    ),
    notes: [],
  };
}

const made = { hours: hoursFigure, agreements: agreementsFigure, subsidies: subsidiesFigure } as const;
export type PromiseFigure = keyof typeof made;

/** Those that are wanted of service, agreements and money of the year by area: each reads all of its kind. */
export function promiseFigures(
  ctx: ReadContext,
  asked: PromisesAsked,
  wanted: readonly PromiseFigure[],
): Promise<Figure[]> {
  return Promise.all(wanted.map((name) => made[name](ctx, asked)));
}
