/** Days in which a merge can be undone. */
export const mergeUndoDays = 14;

/** What a proposal may be merged into: others can still endorse it, or it is decided and not yet being worked on. */
const takesOthers = ['gathering', 'review', 'adopted'];
/** What may be merged: nothing hangs on it yet that counts or binds. */
const mergeable = ['gathering', 'review'];

export interface MergedFacts {
  id: string;
  state: string;
  hiddenAt: Date | null;
}

/** Why the one cannot be merged into the other, as a key of `reasons`; null when it can. */
export function whyNotMerge(from: MergedFacts, into: MergedFacts): string | null {
  if (from.id === into.id) return 'proposals.merge-into-itself';
  if (from.state === 'voting' || into.state === 'voting') return 'proposals.merge-under-ballot';
  if (!mergeable.includes(from.state) || from.hiddenAt) return 'proposals.not-mergeable';
  return takesOthers.includes(into.state) && !into.hiddenAt ? null : 'proposals.merge-target-closed';
}

export interface MergeFacts {
  undoneAt: Date | null;
  undoUntil: Date;
  intoStateAfter: string;
}

/** Why a merge can no longer be undone, as a key of `reasons`; null when it can. */
export function whyNotUndo(
  merge: MergeFacts,
  now: { intoState: string; fromMergedInto: boolean; at: Date },
): string | null {
  if (merge.undoneAt || !now.fromMergedInto) return 'already-decided';
  if (now.at > merge.undoUntil) return 'proposals.merge-undo-over';
  return now.intoState === merge.intoStateAfter ? null : 'proposals.merge-moved-on';
}
