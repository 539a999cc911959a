import { NumberLists } from './number-lists';

/** A list of whole numbers that grows. */
interface Postings {
  slots: Int32Array;
  length: number;
}

const nothing: Postings = { slots: new Int32Array(0), length: 0 };

/** Weights are worked out anew after so many changes for each text. */
const staleAfter = 0.01;

/**
 * Which texts have which features. Texts are numbered slots; a feature that few texts have weighs more
 * (log(1 + texts / texts with it)). Among many texts a few changes hardly move the weights: they are worked out
 * anew when one in a hundred texts has changed.
 */
export class PostingTable {
  readonly #numbers = new Map<string, number>();
  readonly #postings: Postings[] = [];
  readonly #features = new NumberLists();
  /** What is asked for, by feature number, while it is looked for. */
  #asked = new Float64Array(0);
  #sums = new Float64Array(0);
  #texts = 0;
  /** By feature number. */
  #weights = new Float64Array(0);
  /** The weight of all features of each text, by slot. */
  #totals = new Float64Array(16);
  /** What a feature weighs that no text had when weights were worked out. */
  #unknown = 0;
  #changes = 0;

  add(slot: number, features: string[]): void {
    const numbers = Int32Array.from(features, (feature) => this.#numberOf(feature));
    for (const number of numbers) push(this.#postings[number], slot);
    this.#features.set(slot, numbers);
    this.#texts += 1;
    this.#changes += 1;
    this.#setTotal(slot, numbers);
  }

  remove(slot: number): void {
    const numbers = this.#features.of(slot);
    if (!numbers) return;
    for (const number of numbers) withdraw(this.#postings[number], slot);
    this.#features.remove(slot);
    this.#texts -= 1;
    this.#changes += 1;
  }

  /** The weights of the features that some text has, by number, and the weight of all. */
  weigh(features: string[]): { weights: Map<number, number>; total: number } {
    if (this.#changes > this.#texts * staleAfter) this.#renewWeights();
    const weights = new Map<number, number>();
    let total = 0;
    for (const feature of features) {
      const number = this.#numbers.get(feature);
      const weight = number === undefined ? this.#unknown : this.#weightOf(number);
      if (number !== undefined) weights.set(number, weight);
      total += weight;
    }
    return { weights, total };
  }

  /** Adds to `sums`, by slot, the weight that each text shares. */
  share(weights: Map<number, number>, sums: Float64Array): void {
    for (const [number, weight] of weights) addTo(sums, this.#postings[number] ?? nothing, weight);
  }

  /**
   * Meets the texts that share enough, each once, with the weight that they share. `isEnough` says whether a text of
   * that total weight can matter that shares so much; it may ask for more as texts are met. Features that so many texts have
   * that they alone do not matter are looked up only for texts that share a rarer one.
   */
  meet(
    weights: Map<number, number>,
    isEnough: (shared: number, total: number) => boolean,
    visit: (slot: number, shared: number) => void,
  ): void {
    this.#begin(weights);
    const rarest = [...weights].sort(([, one], [, other]) => other - one);
    let looked = 0;
    let rest = rarest.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [number, weight] of rarest) {
      // A text weighs at least what it shares.
      if (!isEnough(rest, rest)) break;
      addTo(this.#sums, this.#postings[number] ?? nothing, weight);
      rest -= weight;
      looked += 1;
    }
    const all = looked === rarest.length;
    for (let slot = 0; slot < this.#features.end; slot += 1) {
      const sum = this.#sums[slot] as number;
      if (sum > 0 && isEnough(sum + rest, this.#totals[slot] as number))
        visit(slot, all ? sum : this.#sharedBy(slot));
    }
    this.#sums.fill(0);
    for (const number of weights.keys()) this.#asked[number] = 0;
  }

  #begin(weights: Map<number, number>): void {
    if (this.#asked.length < this.#postings.length) this.#asked = new Float64Array(this.#postings.length * 2);
    for (const [number, weight] of weights) this.#asked[number] = weight;
    if (this.#sums.length < this.#features.end) this.#sums = new Float64Array(this.#features.end * 2);
  }

  #sharedBy(slot: number): number {
    const { numbers, from, to } = this.#features.range(slot);
    let shared = 0;
    for (let at = from; at < to; at += 1) shared += this.#asked[numbers[at] as number] as number;
    return shared;
  }

  /** The weight of all features of a text. */
  totalOf(slot: number): number {
    return this.#totals[slot] ?? 0;
  }

  #renewWeights(): void {
    this.#changes = 0;
    this.#unknown = Math.log(1 + this.#texts);
    this.#weights = Float64Array.from(this.#postings, ({ length }) =>
      Math.log(1 + this.#texts / Math.max(length, 1)),
    );
    for (const slot of this.#features.slots()) {
      const numbers = this.#features.of(slot);
      if (numbers) this.#setTotal(slot, numbers);
    }
  }

  #setTotal(slot: number, numbers: Int32Array): void {
    if (slot >= this.#totals.length) {
      const larger = new Float64Array(slot * 2);
      larger.set(this.#totals);
      this.#totals = larger;
    }
    let total = 0;
    for (const number of numbers) total += this.#weightOf(number);
    this.#totals[slot] = total;
  }

  #weightOf(number: number): number {
    return this.#weights[number] ?? this.#unknown;
  }

  #numberOf(feature: string): number {
    let number = this.#numbers.get(feature);
    if (number === undefined) {
      number = this.#postings.length;
      this.#numbers.set(feature, number);
      this.#postings.push({ slots: new Int32Array(2), length: 0 });
    }
    return number;
  }
}

function addTo(sums: Float64Array, { slots, length }: Postings, weight: number): void {
  for (let at = 0; at < length; at += 1) {
    const slot = slots[at] as number;
    sums[slot] = (sums[slot] as number) + weight;
  }
}

function push(postings: Postings | undefined, slot: number): void {
  if (!postings) return;
  if (postings.length === postings.slots.length) {
    const larger = new Int32Array(postings.length * 2);
    larger.set(postings.slots);
    postings.slots = larger;
  }
  postings.slots[postings.length] = slot;
  postings.length += 1;
}

function withdraw(postings: Postings | undefined, slot: number): void {
  const at = postings ? postings.slots.subarray(0, postings.length).indexOf(slot) : -1;
  if (!postings || at === -1) return;
  postings.length -= 1;
  postings.slots[at] = postings.slots[postings.length] as number;
}
