/** What a copy of a database holds, counted in the moment of the copy. */
export interface Dumped {
  migrations: string[];
  tables: Record<string, number>;
}

/** How one engine is copied to a file and put back from it. */
export interface DumpPort {
  /** Writes one moment of the database to a new file. */
  dump(file: string): Promise<Dumped>;
  /** Throws where the place to restore to is not empty: nothing is overwritten. */
  ensureEmpty(): Promise<void>;
  restore(file: string): Promise<void>;
  /** Counts what the database holds now. */
  counted(): Promise<Dumped>;
}

/** The tables that hold what people did; the engine's own and the index of search are made anew. */
export const isCounted = (table: string) => /^[A-Z]\w*$/.test(table) && !table.startsWith('Search');
