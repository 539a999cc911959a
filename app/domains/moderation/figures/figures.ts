import { isGuarded } from '../guarded-kinds';

/** What is read of one decision to count it. */
export interface CountedDecision {
  kind: string;
  decision: string;
  ground: string;
  createdAt: Date;
  decidedAt: Date;
  dueAt: Date | null;
}

export interface KindFigures {
  kind: string;
  count: number;
  outcomes: { decision: string; count: number }[];
  /** Half of them took no longer. */
  medianHours: number;
  /** Of those that had a term, decided after it. */
  late: number;
  withTerm: number;
}

export interface ModerationFigures {
  total: number;
  kinds: KindFigures[];
  /** For what things were hidden. */
  grounds: { ground: string; count: number }[];
  months: { month: string; count: number; hidden: number; appeals: number; upheld: number }[];
  appeals: { count: number; upheld: number };
}

/** Kinds of appeal, and the decisions that uphold them. */
const appealKinds = ['appeal', 'sanction-appeal', 'record-appeal'];
const upholding = ['shown-again', 'lifted', 'record-corrected'];

const hour = 3600_000;

/** The middle of some numbers, the lower of two. Throws `RangeError` on none. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((one, other) => one - other);
  const middle = sorted[Math.floor((sorted.length - 1) / 2)];
  if (middle === undefined) throw new RangeError('the median of nothing');
  return middle;
}

/** How often each of some names came. */
class Tally {
  readonly #counts = new Map<string, number>();

  add(name: string): void {
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1);
  }

  /** The most first, then by name. */
  get entries(): [name: string, count: number][] {
    return [...this.#counts].sort(([one, count], [other, more]) => more - count || (one < other ? -1 : 1));
  }
}

interface OfKind {
  outcomes: Tally;
  hours: number[];
  late: number;
  withTerm: number;
}

function addToKind(of: OfKind, { decision, createdAt, decidedAt, dueAt }: CountedDecision): void {
  of.outcomes.add(decision);
  of.hours.push((decidedAt.getTime() - createdAt.getTime()) / hour);
  if (dueAt === null) return;
  of.withTerm += 1;
  if (decidedAt > dueAt) of.late += 1;
}

const figuresOfKind = (kind: string, { outcomes, hours, late, withTerm }: OfKind): KindFigures => ({
  ...{ kind, count: hours.length, medianHours: median(hours), late, withTerm },
  outcomes: outcomes.entries.map(([decision, count]) => ({ decision, count })),
});

type OfMonth = Omit<ModerationFigures['months'][number], 'month'>;

function addToMonth(of: OfMonth, row: CountedDecision): void {
  const isAppeal = appealKinds.includes(row.kind);
  of.count += 1;
  if (row.decision === 'hidden') of.hidden += 1;
  if (!isAppeal) return;
  of.appeals += 1;
  if (upholding.includes(row.decision)) of.upheld += 1;
}

/** The entry of a map, made where there is none yet. */
function entryOf<Value>(map: Map<string, Value>, key: string, make: () => Value): Value {
  const known = map.get(key) ?? make();
  map.set(key, known);
  return known;
}

/**
 * Counts what moderation did, decision by decision, each looked at once: by kind, outcome, ground and month. Guarded kinds
 * are counted by kind alone, and stand in no sum and no month.
 */
export function moderationCount(monthAt: (instant: Date) => string) {
  const kinds = new Map<string, OfKind>();
  const months = new Map<string, OfMonth>();
  const grounds = new Tally();
  return {
    add(row: CountedDecision): void {
      const none = () => ({ outcomes: new Tally(), hours: [], late: 0, withTerm: 0 });
      addToKind(entryOf(kinds, row.kind, none), row);
      if (isGuarded(row)) return;
      if (row.decision === 'hidden') grounds.add(row.ground);
      const empty = () => ({ count: 0, hidden: 0, appeals: 0, upheld: 0 });
      addToMonth(entryOf(months, monthAt(row.decidedAt), empty), row);
    },
    figures(): ModerationFigures {
      const sum = (of: keyof OfMonth) => [...months.values()].reduce((all, month) => all + month[of], 0);
      return {
        total: sum('count'),
        kinds: [...kinds]
          .map(([kind, of]) => figuresOfKind(kind, of))
          .sort((one, other) => other.count - one.count || (one.kind < other.kind ? -1 : 1)),
        grounds: grounds.entries.map(([ground, count]) => ({ ground, count })),
        months: [...months]
          .map(([month, of]) => ({ month, ...of }))
          .sort((one, other) => (one.month < other.month ? -1 : 1)),
        appeals: { count: sum('appeals'), upheld: sum('upheld') },
      };
    },
  };
}

/** Fewer are not told where the single decisions are not public, as those about persons and homes. */
export const fewestShown = 5;

/**
 * Which of some numbers are kept back, where their sum is told: those under `fewestShown`, and the next smallest until
 * what is kept back is two numbers at least and together no small number itself. Zero is told.
 */
export function keptBack(counts: readonly number[]): boolean[] {
  const order = counts
    .map((count, at) => ({ count, at }))
    .filter(({ count }) => count > 0)
    .sort((one, other) => one.count - other.count);
  const kept = order.filter(({ count }) => count < fewestShown);
  const rest = order.slice(kept.length);
  const sum = () => kept.reduce((total, { count }) => total + count, 0);
  while (kept.length > 0 && (kept.length < 2 || sum() < fewestShown)) {
    const next = rest.shift();
    if (!next) break;
    kept.push(next);
  }
  return counts.map((_, at) => kept.some((one) => one.at === at));
}

/** A number, or null where it is kept back. */
export type Told = number | null;

export interface ToldKind {
  kind: string;
  count: Told;
  medianHours: Told;
  outcomes: { decision: string; count: Told }[];
  /** Both are kept back where one of them, or what is neither, is small. */
  late: Told;
  withTerm: Told;
}

function toldOfGuarded(figures: KindFigures): ToldKind {
  const { kind, count, medianHours, late, withTerm } = figures;
  const small = keptBack(figures.outcomes.map((one) => one.count));
  const outcomes = figures.outcomes.map((one, at) => ({ ...one, count: small[at] ? null : one.count }));
  const isSmall = keptBack([late, withTerm - late, count - withTerm]).includes(true);
  const terms = isSmall ? { late: null, withTerm: null } : { late, withTerm };
  return { kind, count, medianHours, outcomes, ...terms };
}

/**
 * The figures by kind as everyone may read them. Guarded kinds are told of a year that is over and of no part of it: small
 * numbers would follow from two parts, or from one page of today and one of tomorrow.
 */
export function toldKinds(kinds: readonly KindFigures[], isFinishedYear: boolean): ToldKind[] {
  if (!isFinishedYear) return kinds.filter((one) => !isGuarded(one));
  const few = keptBack(kinds.map((one) => (isGuarded(one) ? one.count : 0)));
  return kinds.map((one, at) => {
    if (!isGuarded(one)) return one;
    const nothing = { count: null, medianHours: null, outcomes: [], late: null, withTerm: null };
    return few[at] ? { kind: one.kind, ...nothing } : toldOfGuarded(one);
  });
}
