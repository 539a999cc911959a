/** The least first. */
export class Heap {
  readonly #items: { at: number; cost: number }[] = [];

  push(at: number, cost: number): void {
    const items = this.#items;
    let place = items.length;
    while (place > 0) {
      const above = (place - 1) >> 1;
      const other = items[above];
      if (!other || other.cost <= cost) break;
      items[place] = other;
      place = above;
    }
    items[place] = { at, cost };
  }

  pop(): { at: number; cost: number } | undefined {
    const items = this.#items;
    const first = items[0];
    const last = items.pop();
    if (items.length > 0 && last) this.#sink(last);
    return first;
  }

  #sink(one: { at: number; cost: number }): void {
    const items = this.#items;
    let place = 0;
    for (;;) {
      const left = items[2 * place + 1];
      const right = items[2 * place + 2];
      const less = left && right && right.cost < left.cost ? right : left;
      if (!less || less.cost >= one.cost) break;
      items[place] = less;
      place = less === left ? 2 * place + 1 : 2 * place + 2;
    }
    items[place] = one;
  }
}

/** What is known of each node in one search; an old search is forgotten by its number. */
export class Reached {
  readonly #search: Int32Array;
  readonly #cost: Float64Array;
  /** The step by which it was reached: twice the arc, and one where that grows; -1 at the source. */
  readonly #by: Int32Array;
  #now = 0;

  constructor(nodes: number) {
    this.#search = new Int32Array(nodes);
    this.#cost = new Float64Array(nodes);
    this.#by = new Int32Array(nodes);
  }

  begin(source: number): void {
    this.#now += 1;
    this.reach(source, 0, -1);
  }

  reach(node: number, cost: number, by: number): void {
    this.#search[node] = this.#now;
    this.#cost[node] = cost;
    this.#by[node] = by;
  }

  cost(node: number): number {
    return this.#search[node] === this.#now ? (this.#cost[node] ?? Infinity) : Infinity;
  }

  by(node: number): number {
    return this.#by[node] ?? -1;
  }
}

/** What is moved along each arc by one push: more than nothing where its number grows. */
export class Sent {
  readonly #by: Int32Array;
  readonly #touched: number[] = [];

  constructor(arcs: number) {
    this.#by = new Int32Array(arcs);
  }

  clear(): void {
    for (const at of this.#touched) this.#by[at] = 0;
    this.#touched.length = 0;
  }

  along(at: number): number {
    return this.#by[at] ?? 0;
  }

  send(at: number, by: number): void {
    this.#touched.push(at);
    this.#by[at] = this.along(at) + by;
  }

  used(): number[] {
    return [...new Set(this.#touched)].filter((at) => this.along(at) !== 0);
  }
}
