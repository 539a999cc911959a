import type { ReadContext } from '../../context';
import { peopleTakingPart } from '../../identity/index.server';
import { hideNumbers, rowsOfSums, sumsOfAreas, wholePortal } from '../../statistics/index.server';
import { censusOf } from '../../territory/index.server';
import type { AreaOfLevel } from '../../territory/index.server';
import { representation } from '../rules/representation';
import type { Part, Represented } from '../rules/representation';
import type { Figure, FigureColumn, FigureRow, Told } from './figure';
import { toldNumber } from './figure';
import { adultBands, ageBands, bandOf } from '~/lib/age-bands';

interface PeopleAsked {
  areaId: string | undefined;
  topIds: readonly string[];
  areas: readonly AreaOfLevel[];
  year: number;
  isExact: boolean;
}

interface People {
  /** Who took part, of an area or of the whole. */
  total(areaId: string): Told;
  /** Of an age; `unknown` where nobody has verified it. */
  ofAge(areaId: string, band: string): Told;
}

/** Those who took part and have said where they live, with all whom none is told of together. */
async function peopleOf(ctx: ReadContext, { year, isExact }: PeopleAsked): Promise<People> {
  const found = (await peopleTakingPart(ctx, year)).flatMap(({ areaId, birthYear, people: count }) =>
    areaId === null ? [] : [{ areaId, key: birthYear === null ? 'unknown' : bandOf(birthYear, year), count }],
  );
  const sums = sumsOfAreas<string>(found);
  const whole = new Map<string, number>();
  for (const { key, count } of found) whole.set(key, (whole.get(key) ?? 0) + count);
  const hidden = isExact ? null : await hideNumbers({ rows: rowsOfSums(sums), tables: { age: sums } });
  const keysOf = (id: string) => (id === wholePortal ? whole : sums.get(id));
  return {
    total: (id) =>
      hidden?.total(id)
        ? 'hidden'
        : [...(keysOf(id)?.values() ?? [])].reduce((total, count) => total + count, 0),
    ofAge: (id, band) => (hidden?.cell('age', id, band) ? 'hidden' : (keysOf(id)?.get(band) ?? 0)),
  };
}

const columns: FigureColumn[] = [
  { name: 'took-part', kind: 'count' },
  { name: 'share-of-those', kind: 'share' },
  { name: 'people', kind: 'count' },
  { name: 'share-of-people', kind: 'share' },
  { name: 'expected-people', kind: 'decimal' },
  { name: 'from-to', kind: 'words' },
  { name: 'standing', kind: 'words' },
];

const share = (value: number) => Math.round(value * 1000) / 1000;
const perCent = (value: number) => `${(value * 100).toFixed(1)}%`;

function rowOf(one: Represented, { label, took }: { label: string; took: Told }): FigureRow {
  const { least, most, standing } = one;
  return {
    ...{ key: one.key, label },
    ...(least !== null && most !== null && { interval: { least, most } }),
    values: [
      took,
      one.share === null ? null : share(one.share),
      one.people,
      share(one.shareOfPeople),
      standing === null ? null : Math.round(one.expected * 10) / 10,
      least === null || most === null ? null : { word: `${perCent(least)} – ${perCent(most)}` },
      standing === null ? null : { word: `standing.${standing}` },
    ],
  };
}

/** Who took part, by age, against the people of the area by its census. */
function agesFigure(people: People, census: ReadonlyMap<string, number>, areaId: string): Figure {
  const outside = ['0-17', 'unknown'].map((band) => people.ofAge(areaId, band));
  const all = [people.total(areaId), ...outside].map(toldNumber);
  const known = all.every((count) => count !== null);
  const adults = known ? (all[0] ?? 0) - (all[1] ?? 0) - (all[2] ?? 0) : 0;
  const parts = adultBands.map((key): Part => ({
    ...{ key, people: census.get(key) ?? 0 },
    took: toldNumber(people.ofAge(areaId, key)),
  }));
  const rows = representation(parts, adults).map((one) =>
    rowOf(one, { label: one.key, took: people.ofAge(areaId, one.key) }),
  );
  const unknown: FigureRow = {
    ...{ key: 'unknown', label: 'unknown' },
    values: [people.ofAge(areaId, 'unknown'), null, null, null, null, null, null],
  };
  const notes = census.size === 0 ? ['no-census'] : known ? [] : ['ages-hidden'];
  return { name: 'ages', columns, rows: [...rows, unknown], notes };
}

/** Who took part, by where they live, against the people of the areas by their census. */
function residentsFigure(
  people: People,
  areas: readonly AreaOfLevel[],
  census: Map<string, Map<string, number>>,
): Figure {
  const adultsOf = (id: string) =>
    adultBands.reduce((sum, band) => sum + (census.get(id)?.get(band) ?? 0), 0);
  const parts = areas
    .filter(({ id }) => census.has(id))
    .map(({ id }): Part => ({ key: id, people: adultsOf(id), took: toldNumber(people.total(id)) }));
  const known = parts.every(({ took }) => took !== null);
  const all = known ? parts.reduce((sum, { took }) => sum + (took ?? 0), 0) : 0;
  const nameOf = new Map(areas.map(({ id, name }) => [id, name]));
  const compared = representation(parts, all).map((one) =>
    rowOf(one, { label: nameOf.get(one.key) ?? one.key, took: people.total(one.key) }),
  );
  const rest = areas
    .filter(({ id }) => !census.has(id))
    .map(({ id, name }): FigureRow => ({
      ...{ key: id, label: name },
      values: [people.total(id), null, null, null, null, null, null],
    }));
  const notes = parts.length === 0 ? ['no-census'] : known ? [] : ['residents-hidden'];
  return { name: 'residents', columns, rows: [...compared, ...rest], notes };
}

/** The census of what is looked at: of the whole, the topmost areas together. */
function censusOfOwn(census: Map<string, Map<string, number>>, ids: readonly string[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const id of ids) {
    for (const band of ageBands) {
      const people = census.get(id)?.get(band);
      if (people !== undefined) sums.set(band, (sums.get(band) ?? 0) + people);
    }
  }
  return sums;
}

/** Who took part in the year, by age and by area. */
export async function peopleFigures(ctx: ReadContext, asked: PeopleAsked): Promise<Figure[]> {
  const { areaId, topIds, areas } = asked;
  const own = areaId === undefined ? topIds : [areaId];
  const [people, census] = await Promise.all([
    peopleOf(ctx, asked),
    censusOf(ctx, [...new Set([...own, ...areas.map(({ id }) => id)])]),
  ]);
  return [
    agesFigure(people, censusOfOwn(census, own), areaId ?? wholePortal),
    residentsFigure(people, areas, census),
  ];
}
