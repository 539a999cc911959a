export interface CachedPage {
  headers: [string, string][];
  /** The page cut where the nonce stands, so that each answer gets its own. */
  parts: Buffer[];
}

interface Entry {
  page: CachedPage;
  topics: string[];
  bytes: number;
  expiresAt: number;
}

export interface PageCacheOptions {
  mostBytes: number;
  /** Pages that show times grow old by themselves. */
  mostMilliseconds: number;
  now: () => number;
}

const mostRememberedTopics = 10_000;

/** Rendered pages, least recently used first out; dropped at once when an event touches a topic. */
export class PageCache {
  #entries = new Map<string, Entry>();
  #bytes = 0;
  #generation = 0;
  /** When each topic was last touched; of those forgotten it is only known that it was before `#floor`. */
  readonly #touched = new Map<string, number>();
  #floor = 0;
  readonly #options: PageCacheOptions;

  constructor(options: PageCacheOptions) {
    this.#options = options;
  }

  /** Counts invalidations: a page begun before one of its topics was touched must not be kept. */
  get generation(): number {
    return this.#generation;
  }

  get(key: string): CachedPage | null {
    const entry = this.#entries.get(key);
    if (!entry) return null;
    this.#entries.delete(key);
    if (entry.expiresAt < this.#options.now()) {
      this.#bytes -= entry.bytes;
      return null;
    }
    this.#entries.set(key, entry);
    return entry.page;
  }

  put(key: string, page: CachedPage, about: { topics: string[]; generation: number }): void {
    if (this.#touchedSince(about.topics, about.generation)) return;
    const bytes = page.parts.reduce((sum, part) => sum + part.byteLength, key.length * 2);
    const old = this.#entries.get(key);
    if (old) this.#bytes -= old.bytes;
    this.#entries.delete(key);
    const expiresAt = this.#options.now() + this.#options.mostMilliseconds;
    this.#entries.set(key, { page, topics: about.topics, bytes, expiresAt });
    this.#bytes += bytes;
    for (const [oldest, entry] of this.#entries) {
      if (this.#bytes <= this.#options.mostBytes) break;
      this.#entries.delete(oldest);
      this.#bytes -= entry.bytes;
    }
  }

  invalidate(topics: readonly string[]): void {
    if (topics.length === 0) return;
    this.#generation += 1;
    this.#remember(topics);
    for (const [key, entry] of this.#entries) {
      if (!entry.topics.some((topic) => topics.includes(topic))) continue;
      this.#entries.delete(key);
      this.#bytes -= entry.bytes;
    }
  }

  #touchedSince(topics: readonly string[], generation: number): boolean {
    return topics.some((topic) => (this.#touched.get(topic) ?? this.#floor) > generation);
  }

  #remember(topics: readonly string[]): void {
    if (this.#touched.size >= mostRememberedTopics) {
      this.#touched.clear();
      this.#floor = this.#generation;
    }
    for (const topic of topics) this.#touched.set(topic, this.#generation);
  }
}
