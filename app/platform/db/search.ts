import type { Reads, Transaction } from './database.server';
import { postgresqlSearch } from './postgresql/search.postgresql.server';
import { sqliteSearch } from './sqlite/search.sqlite.server';
import { foldedText } from '~/lib/texts/folded-text';
import { askedPieces, indexedPieces } from '~/lib/texts/searching/search-pieces';

export interface SearchItem {
  kind: string;
  id: string;
  title: string;
  body: string;
}

export interface SearchQuery {
  kind: string;
  query: string;
}

const engines = { sqlite: sqliteSearch, postgresql: postgresqlSearch };
const longestTitle = 500;
const longestQuery = 200;

/** A title, and a query that is looked for in it, as they are compared. */
const compared = (text: string) =>
  foldedText(text)
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();

/** Puts an item into the search index, or puts it there anew. */
export async function indexText(tx: Transaction, { kind, id, title, body }: SearchItem): Promise<void> {
  await engines[tx.engine].put(tx, {
    ...{ kind, id },
    title: compared(title.slice(0, longestTitle)),
    titlePieces: indexedPieces(title.slice(0, longestTitle)),
    bodyPieces: indexedPieces(body),
  });
}

export async function removeText(tx: Transaction, kind: string, id: string): Promise<void> {
  await engines[tx.engine].remove(tx, kind, id);
}

/** Of these items those that stand in the index. */
export async function indexedAmong(
  database: Reads,
  kind: string,
  ids: readonly string[],
): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await database.sql.all<{ item_id: string }>(
    `SELECT "item_id" FROM search_item WHERE "kind" = ? AND "item_id" IN (${ids.map(() => '?').join(', ')})`,
    [kind, ...ids],
  );
  return new Set(rows.map((row) => row.item_id));
}

/** Where fewer are found, a query may cut a word or number (ross, 2件): titles that hold it as it stands are added. */
const few = 200;

async function holdingInTitle(database: Reads, { kind, query }: SearchQuery): Promise<string[]> {
  const place = database.engine === 'sqlite' ? 'instr' : 'strpos';
  const words = compared(query.slice(0, longestQuery));
  if (words === '') return [];
  const rows = await database.sql.all<{ item_id: string }>(
    `SELECT "item_id" FROM search_item WHERE "kind" = ? AND ${place}("title", ?) > 0 ORDER BY "item_id" DESC LIMIT ${few}`,
    [kind, words],
  );
  return rows.map((row) => row.item_id);
}

interface Found extends SearchQuery {
  isRanked: boolean;
  limit: number;
  offset: number;
}

async function find(database: Reads, { kind, query, ...asking }: Found): Promise<string[]> {
  const asked = askedPieces(query);
  const found =
    asked.all.length === 0 ? [] : await engines[database.engine].find(database, { kind, asked, ...asking });
  if (asking.offset > 0 || found.length >= few) return found;
  return [...new Set([...found, ...(await holdingInTitle(database, { kind, query }))])];
}

/** The ids of all items of a kind that the query finds, for lists that have an order and filters of their own. */
export function foundIds(database: Reads, search: SearchQuery): Promise<string[]> {
  return find(database, { ...search, isRanked: false, limit: 2 ** 31 - 1, offset: 0 });
}

/** So many are read first; then four times as many each time. */
const firstWindow = 200;

/**
 * The best `most` of what the query finds, best first, among what `read` gives: of the ids that it is handed the rows
 * that may be shown. However many it leaves out, the next are read.
 */
export async function bestFound<Row extends { id: string }>(
  database: Reads,
  { most, ...search }: SearchQuery & { most: number },
  read: (ids: string[]) => Promise<Row[]>,
): Promise<Row[]> {
  const best: Row[] = [];
  for (let [limit, offset] = [firstWindow, 0]; ; offset += limit, limit *= 4) {
    const ids = await find(database, { ...search, isRanked: true, limit, offset });
    const rows = new Map((await read(ids)).map((row) => [row.id, row]));
    best.push(...ids.flatMap((id) => rows.get(id) ?? []));
    if (best.length >= most || ids.length < limit) return best.slice(0, most);
  }
}
