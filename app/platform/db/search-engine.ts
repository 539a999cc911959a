import type { Reads, Transaction } from './database.server';
import type { AskedPieces } from '~/lib/texts/searching/search-pieces';

export interface IndexedItem {
  kind: string;
  id: string;
  /** The title as it is compared, whole. */
  title: string;
  titlePieces: string[];
  bodyPieces: string[];
}

export interface FindPieces {
  kind: string;
  asked: AskedPieces;
  /** Best first; otherwise in no order. */
  isRanked: boolean;
  limit: number;
  offset: number;
}

/** What each engine does for the search in its own SQL. */
export interface SearchEngine {
  put(tx: Transaction, item: IndexedItem): Promise<void>;
  remove(tx: Transaction, kind: string, id: string): Promise<void>;
  /**
   * The items that hold all pieces. Ranked: first what has the query as it is written in its title, then what has all
   * pieces in its title, then what has it as it is written in title or body, then the rest; the newest first in each.
   */
  find(database: Reads, search: FindPieces): Promise<string[]>;
}
