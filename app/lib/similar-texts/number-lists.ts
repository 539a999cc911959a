/**
 * A list of whole numbers for each of many slots, end to end in one array: a hundred thousand small arrays would take
 * several times the memory of what they hold.
 */
export class NumberLists {
  #numbers = new Int32Array(64);
  #used = 0;
  #wasted = 0;
  #from = new Int32Array(16);
  /** One more than the length; 0 where there is no list. */
  #length = new Int32Array(16);
  /** One more than the last slot that ever had a list. */
  end = 0;

  set(slot: number, list: Int32Array): void {
    this.remove(slot);
    this.#makeRoom(list.length);
    if (slot >= this.#from.length) {
      this.#from = enlarged(this.#from, Math.ceil(slot * 1.3));
      this.#length = enlarged(this.#length, Math.ceil(slot * 1.3));
    }
    this.#numbers.set(list, this.#used);
    this.#from[slot] = this.#used;
    this.#length[slot] = list.length + 1;
    this.#used += list.length;
    this.end = Math.max(this.end, slot + 1);
  }

  remove(slot: number): void {
    const length = this.#length[slot] ?? 0;
    if (length === 0) return;
    this.#wasted += length - 1;
    this.#length[slot] = 0;
  }

  has(slot: number): boolean {
    return (this.#length[slot] ?? 0) > 0;
  }

  /** Where the list of the slot lies; valid until the next change. */
  range(slot: number): { numbers: Int32Array; from: number; to: number } {
    const from = this.#from[slot] ?? 0;
    return { numbers: this.#numbers, from, to: from + Math.max(0, (this.#length[slot] ?? 0) - 1) };
  }

  #makeRoom(more: number): void {
    if (this.#used + more <= this.#numbers.length) return;
    if (this.#wasted > this.#used / 2) this.#closeGaps();
    const needed = this.#used + more;
    if (needed > this.#numbers.length) this.#numbers = enlarged(this.#numbers, Math.ceil(needed * 1.2));
  }

  #closeGaps(): void {
    const kept = new Int32Array(this.#numbers.length);
    let used = 0;
    for (let slot = 0; slot < this.end; slot += 1) {
      if (!this.has(slot)) continue;
      const { numbers, from, to } = this.range(slot);
      kept.set(numbers.subarray(from, to), used);
      this.#from[slot] = used;
      used += to - from;
    }
    this.#numbers = kept;
    this.#used = used;
    this.#wasted = 0;
  }
}

function enlarged(list: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(length);
  larger.set(list);
  return larger;
}
