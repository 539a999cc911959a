import { pbVoteTypes, type PbCounting, type PbFields } from './pb-file';
import { readAmount } from './read-amount';
import { readPoints } from './read-pointed';
import type { Remarks } from './remarks';

/** Where remarks go, and the line of each key of META. */
export interface MetaLines {
  remarks: Remarks;
  lines: ReadonlyMap<string, number>;
}

/** Longer rankings than this nobody writes. */
const longest = 100_000;

/** What META says of counting; what is not said, or said as nothing or "none", is null. */
export function readCounting(meta: PbFields, { remarks, lines }: MetaLines): PbCounting {
  const lineOf = (key: string) => lines.get(key) ?? 1;
  const said = (key: string) => {
    const text = meta.get(key) ?? '';
    return /^(none|null|nan|-)?$/i.test(text) ? null : text;
  };
  const amount = (key: string) => {
    const text = said(key);
    return text === null ? null : readAmount(text, lineOf(key), remarks);
  };
  const voteType = voteTypeOf(said('vote_type'), lineOf('vote_type'), remarks);
  const minimumScore = amount('min_project_score_threshold');
  const rule = said('rule') ?? '';
  if (minimumScore === null && /threshold/i.test(rule)) remarks.notice(lineOf('rule'), 'no-minimum', rule);
  const pointed = voteType === 'cumulative' || voteType === 'scoring';
  return {
    voteType,
    rule,
    maximumLength:
      voteType === 'ordinal' ? lengthOf(said('max_length'), lineOf('max_length'), remarks) : null,
    minimumScore,
    defaultPoints: pointed ? readPoints(said('default_score') ?? '0', lineOf('default_score'), remarks) : '0',
    maximumPoints: pointed ? amount('max_points') : null,
    maximumSumOfPoints: pointed ? amount('max_sum_points') : null,
  };
}

function voteTypeOf(text: string | null, line: number, remarks: Remarks): PbCounting['voteType'] {
  if (text === null) {
    remarks.notice(line, 'no-vote-type', 'approval');
    return 'approval';
  }
  const spelled = text.toLowerCase().replaceAll(/[\s_-]+/g, '');
  if (spelled === 'choose1') return 'approval';
  const known = pbVoteTypes.find((type) => type === spelled);
  if (known === undefined) remarks.fault(line, 'vote-type-not-counted', text);
  return known ?? 'approval';
}

function lengthOf(text: string | null, line: number, remarks: Remarks): number | null {
  if (text === null) return null;
  const length = /^\d{1,6}(?:[.,]0+)?$/.test(text) ? Number.parseInt(text, 10) : 0;
  if (length >= 1 && length <= longest) return length;
  remarks.fault(line, 'not-a-length', text);
  return null;
}
