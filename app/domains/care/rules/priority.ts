const day = 24 * 3600_000;

/**
 * All that the order of the staff knows of an entry: what was stated and agreed, and what came of what was planned. Nothing
 * of it is the person's conduct, and nothing says who it is.
 */
export interface DeclaredFacts {
  /** When the office took it on; when it was stated, where it has not. */
  since: Date;
  /** Stated as urgent. */
  urgent: boolean;
  /** The next office has granted a contest: before others until then. */
  raisedUntil: Date | null;
  /** Contacts that were missed or met nobody, and to which nobody has seen. */
  unmet: number;
  /** Contacts after which more is to be done. */
  followUps: number;
  /** As agreed: so many days lie between two contacts at most. */
  rhythmDays: number;
  lastContactAt: Date | null;
}

export type Reason =
  | { code: 'urgent' }
  | { code: 'raised'; until: Date }
  | { code: 'unmet'; count: number }
  | { code: 'follow-up'; count: number }
  | { code: 'overdue'; days: number; rhythm: number }
  | { code: 'due'; on: Date; rhythm: number };

/** When the next contact is due by the agreed rhythm. */
export function dueOn({ since, lastContactAt, rhythmDays }: DeclaredFacts): Date {
  return new Date((lastContactAt ?? since).getTime() + rhythmDays * day);
}

const isUrgent = ({ urgent, lastContactAt }: DeclaredFacts) => urgent && lastContactAt === null;
const isRaised = ({ raisedUntil }: DeclaredFacts, now: Date) => raisedUntil !== null && raisedUntil > now;
const daysOver = (facts: DeclaredFacts, now: Date) =>
  Math.floor((now.getTime() - dueOn(facts).getTime()) / day);

/** Why an entry stands where it stands: the reasons that count for it, the weightiest first. */
export function reasonsOf(facts: DeclaredFacts, now: Date): Reason[] {
  const over = daysOver(facts, now);
  const reasons: Reason[] = [];
  if (isUrgent(facts)) reasons.push({ code: 'urgent' });
  if (facts.raisedUntil !== null && isRaised(facts, now))
    reasons.push({ code: 'raised', until: facts.raisedUntil });
  if (facts.unmet > 0) reasons.push({ code: 'unmet', count: facts.unmet });
  if (facts.followUps > 0) reasons.push({ code: 'follow-up', count: facts.followUps });
  reasons.push(
    over > 0
      ? { code: 'overdue', days: over, rhythm: facts.rhythmDays }
      : { code: 'due', on: dueOn(facts), rhythm: facts.rhythmDays },
  );
  return reasons;
}

/** What is compared, from left to right; the greater comes first. */
const compared = (facts: DeclaredFacts, now: Date): readonly number[] => [
  Number(isUrgent(facts)),
  Number(isRaised(facts, now)),
  facts.unmet,
  facts.followUps,
  daysOver(facts, now),
  -facts.since.getTime(),
];

/**
 * Below 0 where the first comes before the other: urgent ones without a contact, those of a granted contest, those with
 * more contacts that failed, with more that is to be done, longest over their day; of the same, who has waited longest.
 */
export function byPriority(one: DeclaredFacts, other: DeclaredFacts, now: Date): number {
  const [left, right] = [compared(one, now), compared(other, now)];
  for (const [at, value] of left.entries()) {
    const difference = (right[at] ?? 0) - value;
    if (difference !== 0) return difference;
  }
  return 0;
}

/** The order of the staff: advice. What is the same in all that is compared keeps its place. */
export function inOrder<Row extends { facts: DeclaredFacts }>(rows: readonly Row[], now: Date): Row[] {
  return [...rows].sort((one, other) => byPriority(one.facts, other.facts, now));
}
