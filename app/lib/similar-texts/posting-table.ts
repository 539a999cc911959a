import { NumberLists } from './number-lists';

/** Weights and postings are worked out anew after so many changes for each text. */
const staleAfter = 0.01;

/**
 * Which texts have which features. Texts are numbered slots; a feature that few texts have weighs more
 * (log(1 + texts / texts with it)). The texts of each feature lie end to end in one array. Among many texts a few
 * changes hardly move the weights: all is worked out anew when one in a hundred texts has changed, and what changed
 * since is compared one by one.
 */
export class PostingTable {
  readonly #numbers = new Map<string, number>();
  readonly #features = new NumberLists();
  #texts = 0;
  /** Slots whose text came, went or changed since all was worked out. */
  readonly #changed = new Set<number>();
  /** The texts of feature f are `#slots` from `#starts[f]` to before `#starts[f + 1]`. */
  #starts = new Int32Array(1);
  #slots = new Int32Array(0);
  /** By feature number. */
  #weights = new Float64Array(0);
  /** What a feature weighs that no text had when weights were worked out. */
  #unknown = 0;
  /** The weight of all features of each text, by slot. */
  #totals = new Float64Array(16);
  /** What is asked for, by feature number, and what each text shares of it, while it is looked for. */
  #asked = new Float64Array(0);
  #sums = new Float64Array(0);

  add(slot: number, features: string[]): void {
    const numbers = Int32Array.from(features, (feature) => this.#numberOf(feature));
    this.#features.set(slot, numbers);
    this.#texts += 1;
    this.#changed.add(slot);
    this.#setTotal(slot);
  }

  remove(slot: number): void {
    if (!this.#features.has(slot)) return;
    this.#features.remove(slot);
    this.#texts -= 1;
    this.#changed.add(slot);
  }

  /** The weights of the features that some text has, by number, and the weight of all. */
  weigh(features: string[]): { weights: Map<number, number>; total: number } {
    if (this.#changed.size > this.#texts * staleAfter) this.#workOut();
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

  /** Puts into `sums`, by slot, the weight that each text shares. */
  share(weights: Map<number, number>, sums: Float64Array): void {
    this.#ask(weights);
    for (const [number, weight] of weights) this.#addTo(sums, number, weight);
    for (const slot of this.#changed) sums[slot] = this.#sharedBy(slot);
    this.#forget(weights);
  }

  /**
   * Meets the texts that share enough, each once, with the weight that they share. `isEnough` says whether a text of
   * that total weight can matter that shares so much; it may ask for more as texts are met. Features that so many
   * texts have that they alone do not matter are looked up only for texts that share a rarer one.
   */
  meet(
    weights: Map<number, number>,
    isEnough: (shared: number, total: number) => boolean,
    visit: (slot: number, shared: number) => void,
  ): void {
    this.#ask(weights);
    if (this.#sums.length < this.#features.end) this.#sums = new Float64Array(this.#features.end);
    const rarest = [...weights].sort(([, one], [, other]) => other - one);
    let rest = rarest.reduce((sum, [, weight]) => sum + weight, 0);
    let looked = 0;
    for (const [number, weight] of rarest) {
      // A text weighs at least what it shares.
      if (!isEnough(rest, rest)) break;
      this.#addTo(this.#sums, number, weight);
      rest -= weight;
      looked += 1;
    }
    const all = looked === rarest.length;
    for (let slot = 0; slot < this.#features.end; slot += 1) {
      const sum = this.#sums[slot] as number;
      if (sum > 0 && isEnough(sum + rest, this.totalOf(slot)) && !this.#changed.has(slot))
        visit(slot, all ? sum : this.#sharedBy(slot));
    }
    for (const slot of this.#changed) {
      const shared = this.#sharedBy(slot);
      if (shared > 0 && isEnough(shared, this.totalOf(slot))) visit(slot, shared);
    }
    this.#sums.fill(0);
    this.#forget(weights);
  }

  /** The weight of all features of a text. */
  totalOf(slot: number): number {
    return this.#totals[slot] ?? 0;
  }

  #ask(weights: Map<number, number>): void {
    if (this.#asked.length < this.#numbers.size) this.#asked = new Float64Array(this.#numbers.size * 2);
    for (const [number, weight] of weights) this.#asked[number] = weight;
  }

  #forget(weights: Map<number, number>): void {
    for (const number of weights.keys()) this.#asked[number] = 0;
  }

  #addTo(sums: Float64Array, number: number, weight: number): void {
    const [from, to] = [this.#starts[number] ?? 0, this.#starts[number + 1] ?? 0];
    for (let at = from; at < to; at += 1) {
      const slot = this.#slots[at] as number;
      sums[slot] = (sums[slot] as number) + weight;
    }
  }

  #sharedBy(slot: number): number {
    const { numbers, from, to } = this.#features.range(slot);
    let shared = 0;
    for (let at = from; at < to; at += 1) shared += this.#asked[numbers[at] as number] as number;
    return shared;
  }

  /** Counts who has what, lays the texts of each feature end to end, and weighs all anew. */
  #workOut(): void {
    this.#changed.clear();
    const counts = new Int32Array(this.#numbers.size + 1);
    this.#eachFeature((number) => {
      counts[number] = (counts[number] as number) + 1;
    });
    this.#unknown = Math.log(1 + this.#texts);
    this.#weights = Float64Array.from({ length: this.#numbers.size }, (_, number) =>
      Math.log(1 + this.#texts / Math.max(counts[number] as number, 1)),
    );
    const starts = new Int32Array(counts.length);
    for (let number = 1; number < counts.length; number += 1)
      starts[number] = (starts[number - 1] as number) + (counts[number - 1] as number);
    const next = starts.slice();
    this.#slots = new Int32Array(starts.at(-1) ?? 0);
    this.#eachFeature((number, slot) => {
      this.#slots[next[number] as number] = slot;
      next[number] = (next[number] as number) + 1;
    });
    this.#starts = starts;
    for (let slot = 0; slot < this.#features.end; slot += 1) this.#setTotal(slot);
  }

  #eachFeature(act: (number: number, slot: number) => void): void {
    for (let slot = 0; slot < this.#features.end; slot += 1) {
      const { numbers, from, to } = this.#features.range(slot);
      for (let at = from; at < to; at += 1) act(numbers[at] as number, slot);
    }
  }

  #setTotal(slot: number): void {
    if (slot >= this.#totals.length) {
      const larger = new Float64Array(Math.ceil(slot * 1.3));
      larger.set(this.#totals);
      this.#totals = larger;
    }
    const { numbers, from, to } = this.#features.range(slot);
    let total = 0;
    for (let at = from; at < to; at += 1) total += this.#weightOf(numbers[at] as number);
    this.#totals[slot] = total;
  }

  #weightOf(number: number): number {
    return this.#weights[number] ?? this.#unknown;
  }

  #numberOf(feature: string): number {
    const number = this.#numbers.get(feature) ?? this.#numbers.size;
    this.#numbers.set(feature, number);
    return number;
  }
}
