import type { frequencies } from './recurrence-choices';
import { instantsOfRule } from '~/lib/time/recurring-instants';
import type { FirstInstant } from '~/lib/time/recurring-instants';

/** One rule makes so many shifts at most: a season; the next is made by a new one. */
export const mostOccurrences = 60;

export interface RuleChoice {
  frequency: (typeof frequencies)[number];
  /** Every so many days, weeks or months. */
  interval: number;
  /** For weekly rules; none: the weekday of the first shift. */
  weekdays: readonly string[];
  /** The last day, as YYYY-MM-DD. */
  untilDay: string;
}

/** The RRULE (RFC 5545, 3.3.10) of what was chosen: UNTIL is an instant in UTC, as for a start with a zone it must be. */
export function ruleOf(choice: RuleChoice, until: Date): string {
  const parts = [
    `FREQ=${choice.frequency.toUpperCase()}`,
    ...(choice.interval > 1 ? [`INTERVAL=${choice.interval}`] : []),
    ...(choice.frequency === 'weekly' && choice.weekdays.length > 0
      ? [`BYDAY=${choice.weekdays.join(',')}`]
      : []),
    `UNTIL=${until.toISOString().replaceAll(/[-:]|\.\d+/g, '')}`,
  ];
  return parts.join(';');
}

export type Occurrences =
  | { ok: true; starts: Date[] }
  | { ok: false; reason: 'bad-rule' | 'too-many' | 'too-far' | 'none' | 'not-the-first' };

/** Rules that would have to be walked through for long, or that make several shifts a day. */
const allowed =
  /^(FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)|INTERVAL=\d{1,3}|COUNT=\d{1,3}|UNTIL=\d{8}T\d{6}Z|BYDAY=[-+\dA-Z,]{2,60}|BYMONTHDAY=[-\d,]{1,60}|BYMONTH=[\d,]{1,30}|BYSETPOS=[-\d,]{1,20}|WKST=[A-Z]{2})$/;

const partsOf = (rule: string): string[] =>
  rule
    .trim()
    .toUpperCase()
    .replace(/^RRULE:/, '')
    .split(';')
    .filter(Boolean);

/**
 * What RFC 5545, 3.3.10 does not allow: no frequency, a part that stands twice, both COUNT and UNTIL, and the how-manieth
 * weekday of a week or of a day. Libraries take one of two, or leave the number aside, without a word.
 */
function contradicts(parts: readonly string[]): boolean {
  const named = new Map(parts.map((part) => [part.slice(0, part.indexOf('=')), part]));
  const often = named.get('FREQ') ?? '';
  const isOfMonths = /MONTHLY|YEARLY/.test(often);
  const isTwice = named.size < parts.length || (named.has('COUNT') && named.has('UNTIL'));
  return often === '' || isTwice || (!isOfMonths && /\d/.test(named.get('BYDAY') ?? ''));
}

/** What is wrong with a rule as it is written, before any of it is expanded. */
function faultOf(parts: readonly string[]): 'bad-rule' | 'too-many' | null {
  if (!parts.every((part) => allowed.test(part)) || contradicts(parts)) return 'bad-rule';
  const count = parts.find((part) => part.startsWith('COUNT='));
  if (count) return Number(count.slice('COUNT='.length)) > mostOccurrences ? 'too-many' : null;
  return parts.some((part) => part.startsWith('UNTIL=')) ? null : 'too-many';
}

const wholeSecond = (instant: Date) => Math.floor(instant.getTime() / 1000) * 1000;

/**
 * The instants at which the shifts of a rule start. A rule that never ends, makes more than `mostOccurrences`, or goes on
 * beyond `latest`, is refused, and not expanded further than that; so is one that leaves out the first start.
 */
export function occurrencesOf(
  rule: string,
  { latest, ...first }: FirstInstant & { latest: Date },
): Occurrences {
  const parts = partsOf(rule);
  const fault = faultOf(parts);
  if (fault) return { ok: false, reason: fault };
  try {
    const starts = instantsOfRule(parts.join(';'), first, { most: mostOccurrences + 1, latest });
    if (starts.some((start) => start > latest)) return { ok: false, reason: 'too-far' };
    if (starts.length > mostOccurrences) return { ok: false, reason: 'too-many' };
    if (starts.length === 0) return { ok: false, reason: 'none' };
    // The day that was typed would have no shift, and nobody would be told.
    if (starts[0]?.getTime() !== wholeSecond(first.startsAt)) return { ok: false, reason: 'not-the-first' };
    return { ok: true, starts };
  } catch {
    return { ok: false, reason: 'bad-rule' };
  }
}
