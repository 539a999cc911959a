import { wallClockOf } from './local-time';
import { whenUsed } from '../when-used';

const rrule = whenUsed<typeof import('rrule-temporal')>('rrule-temporal');

export interface FirstInstant {
  startsAt: Date;
  timeZone: string;
}

export interface Expanded {
  most: number;
  /** The first instant behind it is the last that is answered. */
  latest?: Date;
}

/**
 * The instants of a rule (RFC 5545, 3.3.10) from the first on, `most` of them at most: the clock on the wall of the zone
 * shows the same time for all, also where clocks are turned between them. Throws where the text is no rule.
 */
export function instantsOfRule(
  rule: string,
  { startsAt, timeZone }: FirstInstant,
  { most, latest }: Expanded,
): Date[] {
  const wall = wallClockOf(startsAt, timeZone).replaceAll(/[-:]/g, '');
  const rruleString = `DTSTART;TZID=${timeZone}:${wall}\nRRULE:${rule}`;
  const { RRuleTemporal } = rrule();
  const instants: Date[] = [];
  new RRuleTemporal({ rruleString, maxIterations: 5000 }).all(({ epochMilliseconds }) => {
    const instant = new Date(epochMilliseconds);
    instants.push(instant);
    return instants.length < most && (!latest || instant <= latest);
  });
  return instants.slice(0, most);
}
