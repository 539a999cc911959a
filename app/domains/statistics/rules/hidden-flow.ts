import { Heap, Reached, Sent } from './flow-search';

/** A number of a table as an arc: what flows into a node flows out of it, wherever one number is the sum of others. */
export interface Arc {
  from: number;
  to: number;
  value: number;
  isHidden: boolean;
  /** May be hidden for the sake of others. */
  mayHide: boolean;
}

interface Push {
  source: number;
  target: number;
  /** How much is to be moved at most. */
  most: number;
  /** The arc around which it is moved. */
  except: number;
  /** Numbers that are shown may be moved too, at a cost. */
  throughShown: boolean;
}

/**
 * What whoever knows the shown numbers of a table, and which sums they enter, can find out of the hidden ones. A table of
 * areas under areas by one other dimension is a network: every number stands in two sums, once on each side. A city's
 * year has tens of thousands of numbers: what is asked for each of them lies in arrays of numbers.
 */
export class HiddenFlow {
  readonly arcs: readonly Arc[];
  readonly #value: Int32Array;
  readonly #hidden: Uint8Array;
  /** The steps from each node, one node after the other, and where each leads; where those of a node begin. */
  readonly #steps: Int32Array;
  readonly #ends: Int32Array;
  readonly #begin: Int32Array;
  readonly #reached: Reached;
  readonly #sent: Sent;
  readonly #nodes: number[] = [];

  constructor(arcs: readonly Arc[], nodes: number) {
    this.arcs = arcs;
    this.#value = Int32Array.from(arcs, ({ value }) => value);
    this.#hidden = Uint8Array.from(arcs, ({ isHidden }) => Number(isHidden));
    this.#begin = new Int32Array(nodes + 1);
    this.#steps = new Int32Array(2 * arcs.length);
    this.#ends = new Int32Array(2 * arcs.length);
    this.#reached = new Reached(nodes);
    this.#sent = new Sent(arcs.length);
    this.#lay();
  }

  #lay(): void {
    const begin = this.#begin;
    for (const { from, to } of this.arcs)
      for (const node of [from, to]) begin[node + 1] = (begin[node + 1] ?? 0) + 1;
    for (let node = 1; node < begin.length; node += 1)
      begin[node] = (begin[node] ?? 0) + (begin[node - 1] ?? 0);
    const next = begin.slice();
    const put = (node: number, step: number, end: number) => {
      const place = next[node] ?? 0;
      this.#steps[place] = step;
      this.#ends[place] = end;
      next[node] = place + 1;
    };
    this.arcs.forEach(({ from, to }, at) => {
      put(from, 2 * at + 1, to);
      put(to, 2 * at, from);
    });
  }

  /** How many values beside its own a hidden number may have for all that is shown; no more than `most` are counted. */
  width(at: number, most: number): number {
    const arc = this.#arc(at);
    const around = { except: at, throughShown: false };
    const up = this.#move({ ...around, source: arc.to, target: arc.from, most });
    if (up >= most) return most;
    const down = Math.min(most - up, arc.value);
    return up + this.#move({ ...around, source: arc.from, target: arc.to, most: down });
  }

  /** Hides what else must be hidden so that this number may have `most` other values; answers what was hidden for it. */
  protect(at: number, most: number): number[] {
    const arc = this.#arc(at);
    this.#move({ source: arc.to, target: arc.from, most, except: at, throughShown: true });
    const fresh = this.#sent.used().filter((one) => !this.#arc(one).isHidden);
    for (const one of fresh) {
      this.#arc(one).isHidden = true;
      this.#hidden[one] = 1;
    }
    return fresh;
  }

  #arc(at: number): Arc {
    const arc = this.arcs[at];
    if (!arc) throw new RangeError(`no arc ${at}`);
    return arc;
  }

  /** Moves as much as goes around an arc, the cheapest ways first. */
  #move(push: Push): number {
    this.#sent.clear();
    let moved = 0;
    while (moved < push.most) {
      const way = this.#freeWay(push) ?? (push.throughShown ? this.#cheapestWay(push) : null);
      if (!way) break;
      const room = Math.min(push.most - moved, ...way.map((step) => this.#room(step)));
      for (const step of way) this.#sent.send(step >> 1, step & 1 ? room : -room);
      moved += room;
    }
    return moved;
  }

  /** How far the number of a step may move: it grows without end, and falls to nothing. */
  #room(step: number): number {
    const at = step >> 1;
    return step & 1 ? Infinity : (this.#value[at] ?? 0) + this.#sent.along(at);
  }

  #cost(at: number, { except, throughShown }: Push): number {
    if (at === except) return Infinity;
    if (this.#hidden[at] === 1 || this.#sent.along(at) !== 0) return 0;
    return throughShown && this.#arc(at).mayHide ? 1 + (this.#value[at] ?? 0) : Infinity;
  }

  /** A shortest way that costs nothing: by far the most that is asked for, and found without looking at much. */
  #freeWay(push: Push): number[] | null {
    const reached = this.#reached;
    const nodes = this.#nodes;
    nodes.length = 0;
    nodes.push(push.source);
    reached.begin(push.source);
    for (const node of nodes)
      for (let place = this.#begin[node] ?? 0; place < (this.#begin[node + 1] ?? 0); place += 1) {
        const step = this.#steps[place] ?? 0;
        const at = step >> 1;
        if (this.#hidden[at] === 0 && this.#sent.along(at) === 0) continue;
        const end = this.#ends[place] ?? 0;
        if (at === push.except || reached.cost(end) === 0 || this.#room(step) <= 0) continue;
        reached.reach(end, 0, step);
        if (end === push.target) return this.#wayTo(end);
        nodes.push(end);
      }
    return null;
  }

  #cheapestWay(push: Push): number[] | null {
    const reached = this.#reached;
    const heap = new Heap();
    reached.begin(push.source);
    heap.push(push.source, 0);
    for (let next = heap.pop(); next; next = heap.pop()) {
      if (next.at === push.target) return this.#wayTo(next.at);
      if (next.cost > reached.cost(next.at)) continue;
      for (let place = this.#begin[next.at] ?? 0; place < (this.#begin[next.at + 1] ?? 0); place += 1) {
        const step = this.#steps[place] ?? 0;
        const cost = next.cost + this.#cost(step >> 1, push);
        const end = this.#ends[place] ?? 0;
        if (cost >= reached.cost(end) || this.#room(step) <= 0) continue;
        reached.reach(end, cost, step);
        heap.push(end, cost);
      }
    }
    return null;
  }

  /** The steps back from where a search has come to. */
  #wayTo(target: number): number[] {
    const way: number[] = [];
    let at = target;
    for (let step = this.#reached.by(at); step >= 0; step = this.#reached.by(at)) {
      way.push(step);
      const { from, to } = this.#arc(step >> 1);
      at = step & 1 ? from : to;
    }
    return way;
  }
}
