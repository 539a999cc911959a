import type { Reads, Transaction } from './database.server';
import { postgresqlSearch } from './search.postgresql.server';
import { sqliteSearch } from './search.sqlite.server';
import { queryWords, segmentWords } from '~/lib/segment-words';

export interface SearchItem {
  kind: string;
  id: string;
  areaId: string;
  text: string;
}

export interface SearchQuery {
  kind: string;
  query: string;
  areaId?: string | undefined;
  limit: number;
}

const engines = { sqlite: sqliteSearch, postgresql: postgresqlSearch };

/** Puts an item into the search index, or puts it there anew. */
export async function indexText(tx: Transaction, item: SearchItem): Promise<void> {
  const words = segmentWords(item.text).join(' ');
  await engines[tx.engine].put(tx, { kind: item.kind, id: item.id, areaId: item.areaId, words });
}

export async function removeText(tx: Transaction, kind: string, id: string): Promise<void> {
  await engines[tx.engine].remove(tx, kind, id);
}

/** The ids of the items of a kind that hold every word of the query, best first. */
export async function searchText(database: Reads, search: SearchQuery): Promise<string[]> {
  const words = queryWords(search.query);
  if (words.length === 0) return [];
  return engines[database.engine].find(database, { ...search, words });
}
