import type { ReadContext } from '../context';
import { isWithin } from '../actor';
import { offeredAreas } from './offered-areas.query.server';
import { areaParts } from '~/lib/choices/area-choices';
import type { AreasFound, AreasOffered } from '~/lib/choices/area-choices';
import { areaLevels, trailOf } from '~/lib/geo/division-code';
import { foldedText } from '~/lib/texts/folded-text';
import { within } from '~/platform/db/lists/area-scope';
import type { SqlValue } from '~/platform/db/database.server';
import { cutText } from '~/lib/texts/cut-text';

/** As many as can be looked over; for more, the words must be longer. */
export const mostFound = 20;
/** The areas directly below one: a city without districts has some forty towns. */
const mostBelow = 60;
/** Of areas whose names begin with the words, so many are put in order; and so many may stand before a name. */
const mostOrdered = 500;
const mostAbove = 50;
/** So many names are read at once where nothing leads to a word. */
const readTogether = 20_000;
const longestWords = 60;
const mostWords = 4;
/** Beyond every character: the end of the range of texts that begin with some words. */
const lastCharacter = '\u{10FFFF}';

interface Condition {
  text: string;
  values: SqlValue[];
}

function inScope(scope: readonly string[]): Condition {
  if (scope.length === 0) return { text: '1 = 1', values: [] };
  const ranges = scope.map((id) => within(id));
  return {
    text: `(${ranges.map(() => '("id" >= ? AND "id" < ?)').join(' OR ')})`,
    values: ranges.flatMap(({ gte, lt }) => [gte, lt]),
  };
}

async function idsWhere(ctx: ReadContext, condition: Condition, rest: string): Promise<string[]> {
  const rows = await ctx.database.sql.all<{ id: string }>(
    `SELECT "id" FROM "Area" WHERE "closedAt" IS NULL AND ${condition.text} ${rest}`,
    condition.values,
  );
  return rows.map(({ id }) => id);
}

const both = (one: Condition, other: Condition): Condition => ({
  text: `${one.text} AND ${other.text}`,
  values: [...one.values, ...other.values],
});

function beginning(column: 'name' | 'code', word: string): Condition {
  return { text: `"${column}" >= ? AND "${column}" < ?`, values: [word, word + lastCharacter] };
}

/** Those whose name begins with the word: the very name first, then from the city down. Reads one range of an index. */
async function namedFrom(ctx: ReadContext, word: string, scope: readonly string[]): Promise<string[]> {
  const { text, values } = both(beginning('name', word), inScope(scope));
  const rows = await ctx.database.sql.all<{ id: string }>(
    `SELECT "id" FROM (SELECT "id", "name" FROM "Area" WHERE "closedAt" IS NULL AND ${text} ORDER BY "name", "id" LIMIT ${mostOrdered}) AS "some"
     ORDER BY CASE WHEN "name" = ? THEN 0 ELSE 1 END, LENGTH("id"), "id" LIMIT ${mostFound + 1}`,
    [...values, word],
  );
  return rows.map(({ id }) => id);
}

/** Where a name stands before the word without a space, as in 沙市区文化宫: the areas of that name, and the rest of the word. */
async function splitAfterName(ctx: ReadContext, word: string, scope: readonly string[]) {
  const characters = [...word];
  const heads = characters.slice(1, -1).map((_, at) => characters.slice(0, at + 2).join(''));
  if (heads.length === 0) return null;
  const called = { text: `"name" IN (${heads.map(() => '?').join(', ')})`, values: heads };
  const rows = await ctx.database.sql.all<{ id: string; name: string }>(
    `SELECT "id", "name" FROM "Area" WHERE ${called.text} AND ${inScope(scope).text}
     ORDER BY LENGTH("name") DESC, "id" LIMIT ${mostAbove}`,
    [...called.values, ...inScope(scope).values],
  );
  const [longest] = rows;
  if (!longest) return null;
  const ids = rows.filter(({ name }) => name === longest.name).map(({ id }) => id);
  return { ids, rest: word.slice(longest.name.length) };
}

/**
 * Those whose name holds the word further in, in either language: reads the names in order until enough are found, and
 * lets others go first between its parts. A province has some 600,000.
 */
async function holdingWord(ctx: ReadContext, word: string, scope: readonly string[]): Promise<string[]> {
  const place = ctx.database.engine === 'sqlite' ? 'INSTR' : 'STRPOS';
  const holds = {
    text: `(${place}(LOWER("name"), ?) > 0 OR ${place}(LOWER("nameEnglish"), ?) > 0)`,
    values: [word.toLowerCase(), word.toLowerCase()],
  };
  const found: string[] = [];
  for (let after = ''; ;) {
    const behind = both({ text: '"id" > ?', values: [after] }, inScope(scope));
    const [end] = await idsWhere(ctx, behind, `ORDER BY "id" LIMIT 1 OFFSET ${readTogether - 1}`);
    const part = end === undefined ? behind : both(behind, { text: '"id" <= ?', values: [end] });
    found.push(
      ...(await idsWhere(ctx, both(holds, part), `ORDER BY "id" LIMIT ${mostFound + 1 - found.length}`)),
    );
    if (end === undefined || found.length > mostFound) return found;
    after = end;
    await ctx.giveWay();
  }
}

/** `depth`: so many names stand before this one without a space; no more than an area has above it. */
async function matching(
  ctx: ReadContext,
  { word, depth = 0 }: { word: string; depth?: number },
  scope: readonly string[],
): Promise<string[]> {
  if (/^\d+$/.test(word))
    return idsWhere(
      ctx,
      both(beginning('code', word), inScope(scope)),
      `ORDER BY "code" LIMIT ${mostFound + 1}`,
    );
  const first = await namedFrom(ctx, word, scope);
  if (first.length > 0) return first;
  const split = depth < areaLevels.length ? await splitAfterName(ctx, word, scope) : null;
  const below = split && (await matching(ctx, { word: split.rest, depth: depth + 1 }, split.ids));
  if (below && below.length > 0) return below;
  return holdingWord(ctx, word, scope);
}

/** Words stand for areas one in the other: 中山街道 文化宫, 荆州市 › 沙市区. */
async function matchingWords(ctx: ReadContext, query: string, scope: readonly string[]): Promise<string[]> {
  const words = query
    .split(/[\s\u3000›>/、，,]+/u)
    .filter((word) => word !== '')
    .slice(0, mostWords);
  let [ids, under]: [string[], readonly string[]] = [[], scope];
  for (const word of words) {
    ids = await matching(ctx, { word }, under);
    if (ids.length === 0) return [];
    under = ids.slice(0, mostAbove);
  }
  return ids;
}

/** As the words were typed; where they name none, in simplified characters of usual width. */
async function matchingForms(ctx: ReadContext, query: string, scope: readonly string[]): Promise<string[]> {
  const found = await matchingWords(ctx, query, scope);
  const folded = foldedText(query);
  return found.length > 0 || folded === query ? found : matchingWords(ctx, folded, scope);
}

/** Areas that the words name, or those directly below one, or the topmost; bounded, within the scope. */
export async function findAreas(
  ctx: ReadContext,
  asked: { query?: string | undefined; under?: string | undefined; scope?: readonly string[] },
): Promise<AreasFound> {
  const query = cutText((asked.query ?? '').normalize('NFC').trim(), longestWords);
  const scope = asked.scope ?? [];
  const under = asked.under && isAllowed(asked.under, scope) ? asked.under : undefined;
  const most = query === '' ? mostBelow : mostFound;
  const ids =
    query !== ''
      ? await matchingForms(ctx, query, under ? [under] : scope)
      : under || scope.length === 0
        ? await idsDirectlyBelow(ctx, under ?? null)
        : [...scope];
  const shown = ids.slice(0, most);
  const offered = await offeredAreas(ctx, under ? [under, ...shown] : shown);
  return {
    query,
    under: offered.find(({ id }) => id === under) ?? null,
    areas: offered.filter(({ id }) => shown.includes(id)),
    more: ids.length > most,
  };
}

async function idsDirectlyBelow(ctx: ReadContext, id: string | null): Promise<string[]> {
  const above =
    id === null ? { text: '"parentId" IS NULL', values: [] } : { text: '"parentId" = ?', values: [id] };
  return idsWhere(ctx, above, `ORDER BY "id" LIMIT ${mostBelow + 1}`);
}

/** Whether the area is one of the scope's or lies below one. */
export function isAllowed(id: string, scope: readonly string[]): boolean {
  return scope.length === 0 || scope.some((one) => isWithin(id, one));
}

/** What a field for an area asks for beside its value, by the end of the part's name; null where it asks for nothing. */
export async function findAsked(
  ctx: ReadContext,
  { part, scope }: { part: (end: string) => string | null; scope: readonly string[] },
): Promise<AreasFound | null> {
  const step = part(areaParts.step);
  if (step !== null) return findAreas(ctx, { under: step, scope });
  const [query, under] = [part(areaParts.words) ?? '', part(areaParts.search)];
  // Words that were typed count without the button where nothing is chosen instead.
  const asks = under !== null || (query.trim() !== '' && !part(''));
  return asks ? findAreas(ctx, { query, under: under ?? '', scope }) : null;
}

/**
 * For a combobox: what the words name; without words the areas from the top down to the given one with those directly
 * below it, or where none is given those chosen lately and the topmost.
 */
export async function areasOffered(
  ctx: ReadContext,
  asked: { query: string; under: string | undefined; scope: readonly string[]; recent: readonly string[] },
): Promise<AreasOffered> {
  const { scope, recent, under } = asked;
  if (asked.query.trim() !== '') {
    const { areas, more } = await findAreas(ctx, { query: asked.query, scope });
    return { areas, more };
  }
  const leading = under ? trailOf(under) : recent;
  const allowed = leading.filter((id) => isAllowed(id, scope));
  const [before, { areas, more }] = await Promise.all([
    offeredAreas(ctx, allowed),
    findAreas(ctx, { under, scope }),
  ]);
  // Where nothing lies below, those beside it are the next step.
  const beside =
    areas.length === 0 && under ? await findAreas(ctx, { under: before.at(-1)?.above, scope }) : null;
  return { areas: [...before, ...(beside?.areas ?? areas)], more: beside?.more ?? more };
}
