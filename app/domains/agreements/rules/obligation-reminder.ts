/** Days before or after what is reminded of. */
const days = { dueSoon: 7, cureSoon: 3, answer: 7, pay: 14 };
const day = 24 * 3600_000;

/** Until when something must have happened for a reminder to be due now; for the query that looks for them. */
export const reminderBounds = (now: Date) => ({
  dueBefore: new Date(now.getTime() + days.dueSoon * day),
  cureBefore: new Date(now.getTime() + days.cureSoon * day),
  reportedBefore: new Date(now.getTime() - days.answer * day),
  acceptedBefore: new Date(now.getTime() - days.pay * day),
});

export interface RemindedObligation {
  state: string;
  dueAt: Date | null;
  cureBy: Date | null;
  reportedAt: Date | null;
  doneAt: Date | null;
  payerId: string | null;
  amountFen: bigint | null;
  releasedAt: Date | null;
  writtenOffAt: Date | null;
  carriedTo: string | null;
  reminded: string | null;
}

export type ReminderStage = 'before' | 'after' | 'cure-before' | 'cure-after' | 'answer' | 'pay';

/** As far as reminding has gone with what is to be done by a day: a later stage is told once the day has come. */
function stageOfDay(
  at: Date,
  { now, soon, told }: { now: Date; soon: Date; told: readonly [boolean, boolean] },
): 'before' | 'after' | null {
  const [isToldBefore, isToldAfter] = told;
  if (isToldAfter) return null;
  if (at < now) return 'after';
  return at < soon && !isToldBefore ? 'before' : null;
}

/**
 * What has to be reminded of about an obligation at this moment, each stage once: its day (a week before, and when it
 * went by); the term to make a breach good (three days before, and when it went by); a report that has waited a week for
 * its answer; an amount that has waited two weeks to be paid. Null where nothing is due.
 */
export function reminderDue(row: RemindedObligation, now: Date): ReminderStage | null {
  const { state, dueAt, cureBy, reminded } = row;
  const bounds = reminderBounds(now);
  if (state === 'open' || state === 'breached') {
    if (cureBy) {
      const told = [reminded === 'cure-before', reminded === 'cure-after'] as const;
      const stage = stageOfDay(cureBy, { now, soon: bounds.cureBefore, told });
      return stage && `cure-${stage}`;
    }
    const told = [reminded === 'before', reminded === 'after'] as const;
    return dueAt && stageOfDay(dueAt, { now, soon: bounds.dueBefore, told });
  }
  if (state === 'reported')
    return row.reportedAt && row.reportedAt < bounds.reportedBefore && reminded !== 'answer'
      ? 'answer'
      : null;
  return isUnpaid(row) && row.doneAt && row.doneAt < bounds.acceptedBefore && reminded !== 'pay'
    ? 'pay'
    : null;
}

const isUnpaid = ({ payerId, amountFen, releasedAt, writtenOffAt, carriedTo }: RemindedObligation) =>
  payerId !== null && amountFen !== null && !releasedAt && !writtenOffAt && carriedTo === null;
