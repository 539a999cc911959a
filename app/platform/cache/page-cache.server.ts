import type { KeptPage } from './kept-page.server';

interface Entry {
  page: KeptPage;
  topics: string[];
  bytes: number;
  /** `past` once a topic was touched. */
  expiresAt: number;
}

export interface PageCacheOptions {
  /** Of all pages in all their content codings, with their keys. */
  mostBytes: number;
  /** Pages that show times grow old by themselves. */
  mostMilliseconds: number;
  now: () => number;
}

const mostRememberedTopics = 10_000;
/** So often a page is asked for in a coding that takes long before that is made. */
const timesBeforeEffort = 2;
const mostWaiting = 100;
const past = Number.NEGATIVE_INFINITY;

/**
 * Rendered pages, least recently used first out; never answered again once an event touched a topic. A page that went
 * stale stays until it is needed no more: where it is rendered to the same bytes again it is not compressed anew.
 */
export class PageCache {
  #entries = new Map<string, Entry>();
  #bytes = 0;
  #generation = 0;
  /** When each topic was last touched; of those forgotten it is only known that it was before `#floor`. */
  readonly #touched = new Map<string, number>();
  #floor = 0;
  readonly #waiting: (() => Promise<unknown> | null)[] = [];
  #isWorking = false;
  readonly #options: PageCacheOptions;

  constructor(options: PageCacheOptions) {
    this.#options = options;
  }

  /** Counts invalidations: a page begun before one of its topics was touched must not be kept. */
  get generation(): number {
    return this.#generation;
  }

  /** What all that is kept takes in memory. */
  get bytes(): number {
    return this.#bytes;
  }

  get(key: string): KeptPage | null {
    const entry = this.#entries.get(key);
    if (!entry || entry.expiresAt < this.#options.now()) return null;
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    return entry.page;
  }

  /** Whether a page lies there, also one that is answered no more: what is made now will be kept. */
  knows(key: string): boolean {
    return this.#entries.has(key);
  }

  /** Keeps the page and answers it, or the one of the same bytes that was there already. */
  put(key: string, page: KeptPage, about: { topics: string[]; generation: number }): KeptPage {
    if (this.isTouchedSince(about.topics, about.generation)) return page;
    const old = this.#entries.get(key);
    const kept = old?.page.tag === page.tag ? old.page : page;
    if (old) this.#drop(key, old);
    const expiresAt = this.#options.now() + this.#options.mostMilliseconds;
    this.#entries.set(key, { page: kept, topics: about.topics, bytes: 0, expiresAt });
    kept.grown = () => this.#weigh(key, kept);
    kept.grown();
    return kept;
  }

  /** Whether one of the topics was touched after that many invalidations, as far as is known. */
  isTouchedSince(topics: readonly string[], generation: number): boolean {
    return topics.some((topic) => (this.#touched.get(topic) ?? this.#floor) > generation);
  }

  invalidate(topics: readonly string[]): void {
    if (topics.length === 0) return;
    this.#generation += 1;
    this.#remember(topics);
    for (const entry of this.#entries.values())
      if (entry.topics.some((topic) => topics.includes(topic))) entry.expiresAt = past;
  }

  /** Nothing that is kept or being made is answered again: what made it stale is not known. */
  invalidateAll(): void {
    this.#generation += 1;
    this.#touched.clear();
    this.#floor = this.#generation;
    for (const entry of this.#entries.values()) entry.expiresAt = past;
  }

  /** Has Brotli made of a page that is asked for again and again: in the background, one page at a time. */
  wantSmaller(key: string, page: KeptPage): void {
    page.missed += 1;
    if (page.missed !== timesBeforeEffort) return;
    if (this.#waiting.length >= mostWaiting) this.#waiting.shift();
    this.#waiting.push(() => (this.get(key) === page ? page.make('br') : null));
    if (!this.#isWorking) void this.#work();
  }

  async #work(): Promise<void> {
    this.#isWorking = true;
    for (let next = this.#waiting.shift(); next; next = this.#waiting.shift())
      // Without it the page is answered in another coding.
      await next()?.catch(() => undefined);
    this.#isWorking = false;
  }

  #weigh(key: string, page: KeptPage): void {
    const entry = this.#entries.get(key);
    if (entry?.page !== page) return;
    const bytes = page.bytes + key.length * 2;
    this.#bytes += bytes - entry.bytes;
    entry.bytes = bytes;
    for (const [oldest, least] of this.#entries) {
      if (this.#bytes <= this.#options.mostBytes) break;
      this.#drop(oldest, least);
    }
  }

  #drop(key: string, entry: Entry): void {
    this.#entries.delete(key);
    this.#bytes -= entry.bytes;
  }

  #remember(topics: readonly string[]): void {
    if (this.#touched.size >= mostRememberedTopics) {
      this.#touched.clear();
      this.#floor = this.#generation;
    }
    for (const topic of topics) this.#touched.set(topic, this.#generation);
  }
}
