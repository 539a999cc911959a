/** On one panel: which household sends someone, and of which of its kinds. */
export type SeatedHouseholds = Map<number, number>;

/**
 * Chooses, panel by panel, households of equal make-up for the kinds that are needed: each at most once on a panel, and
 * each about as often for a kind as the others. First whoever came least; then, as long as some household came twice
 * more often for a kind than another, one gives the other a seat or changes seats with it.
 */
export function seatHouseholds(
  needs: readonly (readonly number[])[],
  households: number,
  kinds: number,
): SeatedHouseholds[] {
  const times = Array.from({ length: households }, () => new Array<number>(kinds).fill(0));
  const seated = needs.map((needed) => seatLeast(needed, times));
  for (let kind = 0; kind < kinds; kind += 1) level(kind, seated, times);
  return seated;
}

type Times = number[][];

const timesOf = (times: Times, household: number, kind: number) => times[household]?.[kind] as number;

function count(times: Times, [household, kind]: [number, number], change: number): void {
  const row = times[household];
  if (row) row[kind] = (row[kind] as number) + change;
}

function seatLeast(needed: readonly number[], times: Times): SeatedHouseholds {
  const seated: SeatedHouseholds = new Map();
  for (const kind of needed) {
    let chosen = -1;
    for (const household of times.keys()) {
      if (seated.has(household)) continue;
      if (chosen < 0 || timesOf(times, household, kind) < timesOf(times, chosen, kind)) chosen = household;
    }
    seated.set(chosen, kind);
    count(times, [chosen, kind], 1);
  }
  return seated;
}

/** Ends, because each turn makes the squares of the times smaller. */
function level(kind: number, seated: readonly SeatedHouseholds[], times: Times): void {
  for (let moved = true; moved;) {
    const order = [...times.keys()].sort((a, b) => timesOf(times, a, kind) - timesOf(times, b, kind));
    const [least, most] = [order[0] ?? 0, order.at(-1) ?? 0];
    if (timesOf(times, most, kind) - timesOf(times, least, kind) < 2) return;
    moved = order.some((to) =>
      [...order].reverse().some((from) => handOver(kind, { from, to }, { seated, times })),
    );
  }
}

function handOver(
  kind: number,
  { from, to }: { from: number; to: number },
  { seated, times }: { seated: readonly SeatedHouseholds[]; times: Times },
): boolean {
  const gain = timesOf(times, from, kind) - timesOf(times, to, kind) - 1;
  if (gain <= 0) return false;
  for (const panel of seated) {
    if (panel.get(from) !== kind) continue;
    const other = panel.get(to);
    if (other === kind) continue;
    const loss = other === undefined ? 0 : timesOf(times, from, other) - timesOf(times, to, other) + 1;
    if (loss >= gain) continue;
    count(times, [from, kind], -1);
    count(times, [to, kind], 1);
    panel.set(to, kind);
    if (other === undefined) panel.delete(from);
    else {
      count(times, [to, other], -1);
      count(times, [from, other], 1);
      panel.set(from, other);
    }
    return true;
  }
  return false;
}
