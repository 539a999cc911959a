import type { frequencies } from './recurrence-choices';
import { wallClockText } from '~/lib/local-time';
import { whenUsed } from '~/lib/when-used';

const rrule = whenUsed<typeof import('rrule-temporal')>('rrule-temporal');

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
  { ok: true; starts: Date[] } | { ok: false; reason: 'bad-rule' | 'too-many' | 'none' };

/** As DTSTART writes it, to the minute. */
const wall = (instant: Date, timeZone: string) =>
  `${wallClockText(instant, timeZone).replaceAll(/[-:]/g, '')}00`;

/** Rules that would have to be walked through for long, or that make several shifts a day. */
const allowed =
  /^(FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)|INTERVAL=\d{1,3}|COUNT=\d{1,3}|UNTIL=\d{8}T\d{6}Z|BYDAY=[-+\dA-Z,]{2,60}|BYMONTHDAY=[-\d,]{1,60}|BYMONTH=[\d,]{1,30}|BYSETPOS=[-\d,]{1,20}|WKST=[A-Z]{2})$/;

/**
 * The instants at which the shifts of a rule start: the clock on the wall of the zone shows the same time for all, also
 * where clocks are turned between them. A rule that never ends, or makes more than `mostOccurrences`, is refused.
 */
export function occurrencesOf(rule: string, startsAt: Date, timeZone: string): Occurrences {
  const parts = rule
    .trim()
    .toUpperCase()
    .replace(/^RRULE:/, '')
    .split(';')
    .filter(Boolean);
  const isBounded = parts.some((part) => /^(COUNT|UNTIL)=/.test(part));
  if (!parts.every((part) => allowed.test(part)) || !parts.some((part) => part.startsWith('FREQ=')))
    return { ok: false, reason: 'bad-rule' };
  if (!isBounded) return { ok: false, reason: 'too-many' };
  try {
    const text = `DTSTART;TZID=${timeZone}:${wall(startsAt, timeZone)}\nRRULE:${parts.join(';')}`;
    const { RRuleTemporal } = rrule();
    const found = new RRuleTemporal({ rruleString: text, maxIterations: 5000 }).all(
      (_date, at) => at <= mostOccurrences,
    );
    if (found.length > mostOccurrences) return { ok: false, reason: 'too-many' };
    if (found.length === 0) return { ok: false, reason: 'none' };
    return { ok: true, starts: found.map(({ epochMilliseconds }) => new Date(epochMilliseconds)) };
  } catch {
    return { ok: false, reason: 'bad-rule' };
  }
}
