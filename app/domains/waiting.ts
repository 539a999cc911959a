import type { SubjectKind } from '~/paths';

/**
 * What can be asked of a person, the most urgent first where no day says more; the words of each are `ask.<what>` of the
 * catalogue `mine`.
 */
export const asks = [
  'vote',
  'confirm',
  'agree-to-care',
  'go-on-writing',
  'accept-offer',
  'answer-care-task',
  'answer-care-need',
  'see-to-care-task',
  'vet-care-volunteer',
  'do-care-task',
  'answer-care-contest',
  'take-seat',
  'come',
  'sign',
  'find-signatory',
  'agree-to-thaw',
  'agree-to-void',
  'agree-to-end',
  'answer-change',
  'answer-promise',
  'keep-promise',
  'see-to-overdue',
  'pay-promise',
  'settle-promise',
  'amend-after-merger',
  'heed-notice',
  'renew-agreement',
  'take-back-change',
  'leave-draft',
  'answer-words',
  'send-to-sign',
  'answer-objection',
  'confirm-hours',
  'answer-lot',
  'answer-invitation',
  'approve-minutes',
  'carry-out-decision',
  'answer-message',
] as const;
export type Ask = (typeof asks)[number];

/** Something that waits for one person, said by the subject whose it is. */
export interface Waiting {
  ask: Ask;
  /** Of what; with the kind it is one thing. */
  id: string;
  /** As the person may read it; empty where it has none yet. */
  title: string;
  /** Where the person does it. */
  to: string;
  /** Until when, or when it is; null where no day is set. */
  until: Date | null;
}

/** What waits for an organisation, and who of it can do it. */
export interface WaitingForUs extends Waiting {
  organisation: { id: string; name: string };
  /** The persons who may do it, by the names that members know. */
  able: string[];
  /** The reader is one of them. */
  isMine: boolean;
  /** Its day has gone by. */
  isOver: boolean;
  /** Since when it waits, where that is told: what has no last day. */
  since: Date | null;
}

/** What a person asked for or began, with what became of it. */
export interface OwnMatter {
  kind: SubjectKind;
  id: string;
  title: string;
  /** What it is known by on the phone and on paper; null where its kind has no numbers. */
  number: string | null;
  /** In the reader's words: where it stands, and what comes next. */
  state: string;
  next: string;
  at: Date;
}
