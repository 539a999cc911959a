interface Due {
  organisationId: string;
  dueAt: Date | null;
}

export interface DueBounds {
  now: Date;
  /** The last day of the agreement; null without one. */
  endsAt: Date | null;
  /** Promises of an agreement that is amended: their days may have gone by, nobody owes the promiser another. */
  promisedBefore?: readonly Due[];
}

/**
 * Why a promise cannot fall due on its day: it is over already, or comes after the agreement has ended, when nothing is
 * reported any more. Null where it can.
 */
export function dueDayFault(
  { organisationId, dueAt }: Due,
  { now, endsAt, promisedBefore = [] }: DueBounds,
): 'agreements.day-is-over' | 'agreements.due-after-end' | null {
  if (!dueAt) return null;
  if (endsAt && dueAt > endsAt) return 'agreements.due-after-end';
  const isKnown = promisedBefore.some(
    (one) => one.organisationId === organisationId && one.dueAt?.getTime() === dueAt.getTime(),
  );
  return dueAt <= now && !isKnown ? 'agreements.day-is-over' : null;
}
