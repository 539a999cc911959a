/** A number of a table as an arc: what flows into a node flows out of it, wherever one number is the sum of others. */
export interface Arc {
  from: number;
  to: number;
  value: number;
  isHidden: boolean;
  /** May be hidden for the sake of others. */
  mayHide: boolean;
}

interface Step {
  arc: number;
  /** With the arc: its number grows; against it: it falls. */
  grows: boolean;
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

/** The least first. */
class Heap {
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

/**
 * What whoever knows the shown numbers of a table, and which sums they enter, can find out of the hidden ones. A table of
 * areas under areas by one other dimension is a network: every number stands in two sums, once on each side.
 */
export class HiddenFlow {
  readonly arcs: readonly Arc[];
  readonly #leaving: number[][];
  readonly #entering: number[][];

  constructor(arcs: readonly Arc[], nodes: number) {
    this.arcs = arcs;
    this.#leaving = Array.from({ length: nodes }, () => []);
    this.#entering = Array.from({ length: nodes }, () => []);
    arcs.forEach(({ from, to }, at) => {
      this.#leaving[from]?.push(at);
      this.#entering[to]?.push(at);
    });
  }

  /** How many values beside its own a hidden number may have for all that is shown; no more than `most` are counted. */
  width(at: number, most: number): number {
    const arc = this.#arc(at);
    const around = { except: at, throughShown: false };
    const up = this.#move({ ...around, source: arc.to, target: arc.from, most }).moved;
    if (up >= most) return most;
    const down = Math.min(most - up, arc.value);
    return up + this.#move({ ...around, source: arc.from, target: arc.to, most: down }).moved;
  }

  /** Hides what else must be hidden so that this number may have `most` other values; answers what was hidden for it. */
  protect(at: number, most: number): number[] {
    const arc = this.#arc(at);
    const { used } = this.#move({
      ...{ source: arc.to, target: arc.from, most },
      ...{ except: at, throughShown: true },
    });
    const fresh = used.filter((one) => !this.#arc(one).isHidden);
    for (const one of fresh) this.#arc(one).isHidden = true;
    return fresh;
  }

  #arc(at: number): Arc {
    const arc = this.arcs[at];
    if (!arc) throw new RangeError(`no arc ${at}`);
    return arc;
  }

  /** Moves as much as goes around an arc, the cheapest ways first. */
  #move(push: Push): { moved: number; used: number[] } {
    const sent = new Map<number, number>();
    let moved = 0;
    while (moved < push.most) {
      const way = this.#cheapestWay(push, sent);
      if (!way) break;
      const room = Math.min(push.most - moved, ...way.map((step) => this.#room(step, sent)));
      for (const { arc, grows } of way) sent.set(arc, (sent.get(arc) ?? 0) + (grows ? room : -room));
      moved += room;
    }
    return { moved, used: [...sent].filter(([, by]) => by !== 0).map(([arc]) => arc) };
  }

  #room({ arc, grows }: Step, sent: ReadonlyMap<number, number>): number {
    return grows ? Infinity : this.#arc(arc).value + (sent.get(arc) ?? 0);
  }

  #cost(at: number, { except, throughShown }: Push, sent: ReadonlyMap<number, number>): number {
    const arc = this.#arc(at);
    if (at === except) return Infinity;
    if (arc.isHidden || sent.get(at)) return 0;
    return throughShown && arc.mayHide ? 1 + arc.value : Infinity;
  }

  #steps(node: number): Step[] {
    return [
      ...(this.#leaving[node] ?? []).map((arc) => ({ arc, grows: true })),
      ...(this.#entering[node] ?? []).map((arc) => ({ arc, grows: false })),
    ];
  }

  #cheapestWay(push: Push, sent: ReadonlyMap<number, number>): Step[] | null {
    const best = new Map<number, { cost: number; step: Step | null }>([
      [push.source, { cost: 0, step: null }],
    ]);
    const heap = new Heap();
    heap.push(push.source, 0);
    for (let next = heap.pop(); next; next = heap.pop()) {
      if (next.at === push.target) return this.#wayTo(push, best);
      if (next.cost > (best.get(next.at)?.cost ?? Infinity)) continue;
      for (const step of this.#steps(next.at)) {
        const cost = next.cost + this.#cost(step.arc, push, sent);
        const { from, to } = this.#arc(step.arc);
        const end = step.grows ? to : from;
        if (cost >= (best.get(end)?.cost ?? Infinity) || this.#room(step, sent) <= 0) continue;
        best.set(end, { cost, step });
        heap.push(end, cost);
      }
    }
    return null;
  }

  #wayTo({ target }: Push, best: ReadonlyMap<number, { step: Step | null }>): Step[] {
    const way: Step[] = [];
    for (let at = target; ;) {
      const step = best.get(at)?.step;
      if (!step) return way;
      way.push(step);
      const { from, to } = this.#arc(step.arc);
      at = step.grows ? from : to;
    }
  }
}
