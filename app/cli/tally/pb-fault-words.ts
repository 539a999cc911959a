import type { PbFaultReason, PbNoticeReason, PbRemark } from '~/domains/ballots/rules/pb/pb-file';

const words: Record<PbFaultReason, (detail: string) => string> = {
  empty: () => 'the file is empty',
  'not-utf-8': () => 'not text in UTF-8',
  'quote-not-closed': () => 'a quote that is never closed',
  'outside-section': (detail) => `text before the section META: ${detail}`,
  'section-repeated': (detail) => `a second section ${detail}`,
  'section-missing': (detail) => `the section ${detail} is missing`,
  'column-missing': (detail) => `the column ${detail} is missing`,
  'column-repeated': (detail) => `the column ${detail} stands twice`,
  'too-many-fields': (detail) => `more fields than columns: ${detail}`,
  'field-missing': (detail) => `no ${detail}`,
  'key-repeated': (detail) => `the key ${detail} stands twice`,
  'no-budget': () => 'META has no budget',
  'not-an-amount': (detail) => `not an amount of at most 40 digits: ${detail}`,
  'project-repeated': (detail) => `the project ${detail} stands twice`,
  'unknown-project': (detail) => `a vote for the project ${detail}, which is not in PROJECTS`,
  'vote-type-not-counted': (detail) =>
    `vote_type ${detail} is not counted, only approval, choose-1, ordinal, cumulative and scoring`,
  'not-a-length': (detail) => `max_length is not a whole number from 1 to 100000: ${detail}`,
  'not-points': (detail) => `not points (a number below 1000000000 with at most 6 decimals): ${detail}`,
  'beyond-counting': (detail) => detail,
  'points-differ': (detail) => `projects and points of the vote differ in number: ${detail}`,
};

const noticeWords: Record<PbNoticeReason, (detail: string) => string> = {
  'byte-order-mark': () => 'the file begins with a byte-order mark',
  'meta-without-header': () => 'META has no line “key;value”; its first line is read as a key and its value',
  'comma-before-three': (amount) => `${amount} is read with decimals behind the comma, not as thousands`,
  'no-vote-type': () => 'META has no vote_type; votes are read as approvals',
  'no-maximum-length': () =>
    'META has no max_length; a ranking is scored by its own length, the last having 1',
  'no-minimum': (rule) => `the rule ${rule} has a minimum, but META has no min_project_score_threshold`,
  'points-above-limit': (voter) => `voter ${voter} gives more points than META allows; they are counted`,
  'ranks-beyond-maximum': (voter) =>
    `voter ${voter} ranks more projects than max_length; scored from max_length, those beyond have 0`,
  'project-repeated-in-vote': (voter) => `voter ${voter} names a project twice; it counts once`,
  'voter-repeated': (voter) => `the voter ${voter} stands twice; both votes are counted`,
  'number-of-projects-differs': (detail) => `num_projects is not the number of projects: ${detail}`,
  'number-of-votes-differs': (detail) => `num_votes is not the number of votes: ${detail}`,
};

/** What is remarkable in a .pb file, for the person who called. */
export function pbNoticeWords({ line, reason, detail }: PbRemark<PbNoticeReason>): string {
  return `line ${line}: ${noticeWords[reason](detail)}`;
}

/** A fault in a .pb file, for the person who called. */
export function pbFaultWords({ line, reason, detail }: PbRemark<PbFaultReason>): string {
  return `line ${line}: ${words[reason](detail)}`;
}
