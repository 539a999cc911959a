import type { UpdateStatus } from './statuses';

export interface ToldUpdate {
  status: UpdateStatus;
  /** The sender's mail address is that of whoever asked, by the sealed request. */
  isAsker: boolean;
  /** The status that we had told last before the update was written; null where none. */
  lastTold: UpdateStatus | null;
  feedbackState: string | null;
  orderState: string | null;
}

export type Effect = 'noted' | 'reopened' | 'withdrawn';

const solved: readonly (UpdateStatus | null)[] = ['FIXED', 'CLOSED'];

/**
 * What a posted update does here beyond being told. FixMyStreet sends the report's present state along with every
 * comment, whoever wrote it: a state says nothing by itself, and one that repeats ours is an echo. It counts only from
 * whoever asked: OPEN after we had told that it is solved, REOPEN, and CANCELLED of what nobody has begun. FIXED after
 * our own FIXED answers no call-back, and nothing is taken back because it is fixed.
 */
export function effectOf({ status, isAsker, lastTold, feedbackState, orderState }: ToldUpdate): Effect {
  if (!isAsker) return 'noted';
  const isReopened = status === 'REOPEN' || (status === 'OPEN' && solved.includes(lastTold));
  if (isReopened && orderState === 'done') return 'reopened';
  return status === 'CANCELLED' && feedbackState === 'submitted' ? 'withdrawn' : 'noted';
}
