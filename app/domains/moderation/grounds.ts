/** The rules that words may break: a report names one, and so does whoever hides something. */
export const breaches = ['insult', 'private', 'false', 'advertising', 'illegal', 'other'] as const;
export type Breach = (typeof breaches)[number];

/** Grounds that are told in the words of whoever decides. */
export const groundsInWords = [...breaches, 'no-breach', 'second-look', 'in-words'] as const;
/** Grounds that another thing gave: the log leads to it. */
export const groundsOfOthers = ['put-to-vote', 'taken-up', 'merged'] as const;
/** Grounds that say all there is to say. */
export const plainGrounds = [
  'answered',
  'asker-withdrew',
  'account-erased',
  'consent-withdrawn',
  'without-owner',
  'no-threshold',
  'order-moved',
  'order-finished',
  'term-over',
  'no-answer-in-time',
] as const;

export const grounds = [...groundsInWords, ...groundsOfOthers, ...plainGrounds] as const;
export type Ground = (typeof grounds)[number];

/** Why a matter of the queue was decided as it was, or left the queue: nothing is settled without. */
export type Because =
  | { ground: (typeof groundsInWords)[number]; words: string }
  | { ground: (typeof groundsOfOthers)[number]; cause: { kind: string; id: string }; words?: string }
  | { ground: (typeof plainGrounds)[number] };

/** What is written of it: the words stand apart, since they may be withheld where the ground is not. */
export function columnsOf(because: Because) {
  const { ground } = because;
  const words = 'words' in because && because.words !== '' ? because.words : null;
  const cause = 'cause' in because ? because.cause : null;
  return { ground, reason: words, causeKind: cause?.kind ?? null, causeId: cause?.id ?? null };
}

/** What a matter of the queue can come to. */
export const queueDecisions = [
  'answered',
  'refused',
  'dispatched',
  'withdrawn',
  'solved',
  'evaluated',
  'submitted',
  'hidden',
  'shown-again',
  'kept',
  'hiding-stands',
  'confirmed',
  'verified',
  'granted',
  'accepted',
  'adopt',
  'decline',
  'put-to-vote',
  'work-order',
  'done',
  'merged',
  'unmerged',
  'warning',
  'no-posting-for',
  'no-posting-until-lifted',
  'sanction-stands',
  'record-stands',
  'record-corrected',
  'lifted',
  'expired',
] as const;
export type QueueDecision = (typeof queueDecisions)[number];

/** Before grounds were written down: what is known of it from the decision. */
const impliedGrounds: Partial<Record<string, Ground>> = {
  withdrawn: 'asker-withdrew',
  dispatched: 'taken-up',
  'put-to-vote': 'put-to-vote',
  'work-order': 'taken-up',
  done: 'order-finished',
  solved: 'order-finished',
  merged: 'merged',
  kept: 'no-breach',
  'shown-again': 'second-look',
  hidden: 'other',
};

/** The ground of a decision, whenever it was taken. */
export function groundOf(row: { ground: string | null; decision: string | null }): Ground {
  const known = grounds.find((ground) => ground === row.ground);
  return known ?? impliedGrounds[row.decision ?? ''] ?? 'in-words';
}

/** The same ground, where it is told in words; what gave it otherwise is told as said. */
export const toWords = (ground: Ground) => groundsInWords.find((known) => known === ground) ?? 'in-words';
