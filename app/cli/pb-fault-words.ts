import type { PbFaultReason, PbRemark } from '~/domains/ballots/rules/pb/pb-file';

const words: Record<PbFaultReason, (detail: string) => string> = {
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
  'vote-type-not-counted': (detail) => `vote_type ${detail} is not counted, only approval and choose-1`,
};

/** A fault in a .pb file, for the person who called. */
export function pbFaultWords({ line, reason, detail }: PbRemark<PbFaultReason>): string {
  return `line ${line}: ${words[reason](detail)}`;
}
