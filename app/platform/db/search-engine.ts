import type { Reads, Transaction } from './database.server';

export interface IndexedItem {
  kind: string;
  id: string;
  areaId: string;
  words: string;
}

export interface FindWords {
  kind: string;
  words: string[];
  areaId?: string | undefined;
  limit: number;
}

/** What each engine does for the search in its own SQL. */
export interface SearchEngine {
  put(tx: Transaction, item: IndexedItem): Promise<void>;
  remove(tx: Transaction, kind: string, id: string): Promise<void>;
  find(database: Reads, search: FindWords): Promise<string[]>;
}
