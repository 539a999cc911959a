/** A list of whole numbers that grows. */
interface Postings {
  slots: Int32Array;
  length: number;
}

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
  readonly #featuresOf: (Int32Array | undefined)[] = [];
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
    this.#featuresOf[slot] = numbers;
    this.#texts += 1;
    this.#changes += 1;
    this.#setTotal(slot, numbers);
  }

  remove(slot: number): void {
    const numbers = this.#featuresOf[slot];
    if (!numbers) return;
    for (const number of numbers) withdraw(this.#postings[number], slot);
    this.#featuresOf[slot] = undefined;
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
    for (const [number, weight] of weights) {
      const postings = this.#postings[number];
      if (!postings) continue;
      const { slots, length } = postings;
      for (let at = 0; at < length; at += 1) {
        const slot = slots[at] as number;
        sums[slot] = (sums[slot] as number) + weight;
      }
    }
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
    this.#featuresOf.forEach((numbers, slot) => {
      if (numbers) this.#setTotal(slot, numbers);
    });
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
