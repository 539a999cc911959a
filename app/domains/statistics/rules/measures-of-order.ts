import { measuresFrom, noMeasures } from './measures';
import type { Measures } from './measures';

export interface CountedAnswer {
  /** Null where the person has not answered. */
  solved: boolean | null;
  /** Whether the department got in touch; null where that was not asked. */
  contacted: boolean | null;
  /** 1 to 5. */
  rating: number | null;
}

export interface CountedOrder {
  /** 不予受理: it never went to a department. */
  refused: boolean;
  acceptedAt: Date | null;
  /** Until when the department had to accept; null where no time was set. */
  respondBy: Date | null;
  doneAt: Date | null;
  deadlineAt: Date | null;
  /** The order has been escalated for being late, whatever became of it since. */
  wasOverdue: boolean;
  returnedCount: number;
  reopenedCount: number;
  /** How the call-back ended: null while it has not. */
  verdict: 'solved' | 'unsolved' | 'silent' | null;
  /** The call-backs of the latest round that was asked. */
  answers: readonly CountedAnswer[];
}

/** The lower median: a rating that somebody gave, and where two are in the middle the lower. Null without any. */
export function ratingOf(ratings: readonly number[]): number | null {
  const sorted = [...ratings].sort((one, other) => one - other);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? null;
}

const oneIf = (condition: boolean) => (condition ? 1 : 0);

/** What one order adds to each sum. An excluded order, and one not accepted, adds to that number and no other. */
export function measuresOfOrder(order: CountedOrder, excluded: boolean): Measures {
  if (excluded) return { ...noMeasures, excluded: 1 };
  if (order.refused) return { ...noMeasures, refused: 1 };
  const { acceptedAt, respondBy, doneAt, deadlineAt, answers, verdict } = order;
  const responded = oneIf(acceptedAt !== null && (respondBy === null || acceptedAt <= respondBy));
  const late = doneAt !== null && deadlineAt !== null && doneAt > deadlineAt;
  const answered = answers.filter((answer) => answer.solved !== null);
  const ratings = answered.flatMap((answer) => answer.rating ?? []);
  const rating = ratingOf(ratings);
  const rated = (value: number) => oneIf(rating === value);
  const gave = (value: number) => ratings.filter((given) => given === value).length;
  const counted: Partial<Measures> = {
    orders: 1,
    responded,
    done: oneIf(doneAt !== null),
    overdue: oneIf(order.wasOverdue || late),
    returned: oneIf(order.returnedCount > 0),
    reopened: oneIf(order.reopenedCount > 0),
    solved: oneIf(verdict === 'solved'),
    unsolved: oneIf(verdict === 'unsolved'),
    silent: oneIf(verdict === 'silent'),
    ...{ rated1: rated(1), rated2: rated(2), rated3: rated(3), rated4: rated(4), rated5: rated(5) },
    asked: answers.length,
    answered: answered.length,
    saidContacted: answered.filter((answer) => answer.contacted).length,
    saidSolved: answered.filter((answer) => answer.solved).length,
    ...{ gave1: gave(1), gave2: gave(2), gave3: gave(3), gave4: gave(4), gave5: gave(5) },
  };
  return measuresFrom((measure) => counted[measure] ?? 0);
}
