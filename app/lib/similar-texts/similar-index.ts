import { PostingTable } from './posting-table';
import { bodyFeatures, titleFeatures } from './text-features';

export interface SimilarItem {
  id: string;
  title: string;
  /** A longer text that belongs to the title; it counts for less. */
  text?: string | undefined;
}

export interface SimilarHit {
  id: string;
  /** From 0, nothing in common, to 1, the same. */
  score: number;
}

export interface SimilarSearch {
  /** How many hits at most; default 5. */
  limit?: number;
  /** The least score of a hit; default `likelySame`. */
  least?: number;
  /** Items that are not to be found, e.g. the author's own draft. */
  skip?: (id: string) => boolean;
}

/**
 * From this score on two titles are worth showing beside each other. On labelled pairs of sentences it finds
 * more than four of five that mean the same; see tests/vectors/similar.test.ts. While a title is still being
 * typed ask for less, about 0.35: it lacks what is yet to come.
 */
export const likelySame = 0.5;

/** How far a text that holds everything that is asked for lifts a title that has nothing of it. */
const textLift = 0.4;

/**
 * Finds the nearest among many short texts, in Chinese, English or both. Two titles are as similar as the
 * weight of the features that they share, doubled, to the weight of all features of both (Dice's coefficient
 * over inverse document frequencies). Adding and removing take effect at once. Pure: the same calls give the
 * same hits.
 */
export class SimilarIndex {
  readonly #titles = new PostingTable();
  readonly #texts = new PostingTable();
  readonly #slotOf = new Map<string, number>();
  readonly #idOf: (string | undefined)[] = [];
  readonly #freeSlots: number[] = [];
  /** Items that ever had a longer text. */
  #withTexts = 0;
  #titleSums = new Float64Array(0);
  #textSums = new Float64Array(0);

  get size(): number {
    return this.#slotOf.size;
  }

  /** Adds the item, in place of one with the same id. */
  add({ id, title, text }: SimilarItem): void {
    this.remove(id);
    const slot = this.#freeSlots.pop() ?? this.#idOf.length;
    this.#idOf[slot] = id;
    this.#slotOf.set(id, slot);
    this.#titles.add(slot, titleFeatures(title));
    if (text) {
      this.#texts.add(slot, bodyFeatures(text));
      this.#withTexts += 1;
    }
  }

  remove(id: string): void {
    const slot = this.#slotOf.get(id);
    if (slot === undefined) return;
    this.#titles.remove(slot);
    this.#texts.remove(slot);
    this.#slotOf.delete(id);
    this.#idOf[slot] = undefined;
    this.#freeSlots.push(slot);
  }

  /** The nearest items, best first; equal ones in the order of their ids. */
  nearest(query: string, { limit = 5, least = likelySame, skip }: SimilarSearch = {}): SimilarHit[] {
    const asked = this.#titles.weigh(titleFeatures(query));
    const best = new BestHits(limit, least);
    const offer = (slot: number, shared: number, covered: number) => {
      const score = lifted((2 * shared) / (asked.total + this.#titles.totalOf(slot)), covered);
      const id = this.#idOf[slot];
      if (score <= 0 || score < best.least || id === undefined || skip?.(id)) return;
      best.offer({ id, score: Math.min(score, 1) });
    };
    if (this.#withTexts > 0) this.#meetWithTexts(query, asked.weights, offer);
    else
      this.#titles.meet(
        asked.weights,
        (shared, total) => (2 * shared) / (asked.total + total) + rounding >= best.least,
        (slot, shared) => offer(slot, shared, 0),
      );
    return best.hits;
  }

  /** Where some items have longer texts, every item may be lifted by its own. */
  #meetWithTexts(
    query: string,
    weights: Map<number, number>,
    offer: (slot: number, shared: number, covered: number) => void,
  ): void {
    const body = this.#texts.weigh(bodyFeatures(query));
    if (this.#titleSums.length < this.#idOf.length) {
      this.#titleSums = new Float64Array(this.#idOf.length * 2);
      this.#textSums = new Float64Array(this.#idOf.length * 2);
    }
    this.#titles.share(weights, this.#titleSums);
    this.#texts.share(body.weights, this.#textSums);
    for (let slot = 0; slot < this.#idOf.length; slot += 1) {
      const shared = this.#titleSums[slot] as number;
      const covered = body.total > 0 ? (this.#textSums[slot] as number) / body.total : 0;
      if (shared > 0 || covered > 0) offer(slot, shared, covered);
    }
    this.#titleSums.fill(0);
    this.#textSums.fill(0);
  }

  /** The similarity of two titles, by the weights of the features among the items. */
  similarity(one: string, other: string): number {
    const [mine, theirs] = [new Set(titleFeatures(one)), new Set(titleFeatures(other))];
    const weightOf = (features: string[]) => this.#titles.weigh(features).total;
    const shared = weightOf([...mine].filter((feature) => theirs.has(feature)));
    const all = weightOf([...mine]) + weightOf([...theirs]);
    return all > 0 ? (2 * shared) / all : 0;
  }
}

/** Sums of the same weights in another order differ by less. */
const rounding = 1e-9;

const lifted = (score: number, covered: number) => score + textLift * covered * (1 - score);

/** The best few of many. */
class BestHits {
  readonly hits: SimilarHit[] = [];
  readonly #limit: number;
  /** What is below this is not among the best. */
  least: number;

  constructor(limit: number, least: number) {
    this.#limit = limit;
    this.least = least;
  }

  offer(hit: SimilarHit): void {
    if (hit.score < this.least) return;
    const at = this.hits.findIndex(
      (one) => one.score < hit.score || (one.score === hit.score && one.id > hit.id),
    );
    this.hits.splice(at === -1 ? this.hits.length : at, 0, hit);
    if (this.hits.length > this.#limit) this.hits.pop();
    if (this.hits.length === this.#limit) this.least = Math.max(this.least, this.hits.at(-1)?.score ?? 0);
  }
}
