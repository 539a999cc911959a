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

/** UNTIL as the clock on the wall of the zone shows it. Throws where it is no instant. */
function untilOnTheWall(rule: string, timeZone: string): string {
  return rule.replace(/UNTIL=(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z/, (_all, ...parts: string[]) => {
    const [year, month, day, hour, minute, second] = parts;
    const until = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
    if (Number(until.toISOString().slice(8, 10)) !== Number(day)) throw new RangeError('no such day');
    return `UNTIL=${basic(wallClockOf(until, timeZone))}Z`;
  });
}

const basic = (wall: string) => wall.replaceAll(/[-:]/g, '');

/**
 * The instants of a rule (RFC 5545, 3.3.10) from the first on, `most` of them at most: the clock on the wall of the zone
 * shows the same time for all, also where clocks are turned between them. A time that there is not on a day, since they
 * are put forward, is that of the clock before, as a start that is typed is; no day is left out. Throws where the text is
 * no rule.
 */
export function instantsOfRule(
  rule: string,
  { startsAt, timeZone }: FirstInstant,
  { most, latest }: Expanded,
): Date[] {
  // By the clock on the wall: the zone alone says which instant that is, and the library would leave out a time in a gap.
  const wall = basic(wallClockOf(startsAt, timeZone));
  const rruleString = `DTSTART:${wall}Z\nRRULE:${untilOnTheWall(rule, timeZone)}`;
  const { RRuleTemporal } = rrule();
  const instants: Date[] = [];
  new RRuleTemporal({ rruleString, maxIterations: 5000 }).all((onTheWall) => {
    const instant = new Date(onTheWall.toPlainDateTime().toZonedDateTime(timeZone).epochMilliseconds);
    instants.push(instant);
    return instants.length < most && (!latest || instant <= latest);
  });
  return instants.slice(0, most);
}
