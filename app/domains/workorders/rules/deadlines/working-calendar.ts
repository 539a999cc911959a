import type { HolidayYear } from './holidays';
import type { WorkingSpan } from './working-hours';

export interface CalendarOptions {
  years: readonly HolidayYear[];
  hours: readonly WorkingSpan[];
  timeZone: string;
}

export interface WorkingCalendar {
  /** True where the date (YYYY-MM-DD) is worked. */
  isWorkingDay(date: string): boolean;
  /** Working time of an ordinary working day, in milliseconds. */
  dayLength: number;
  /** Working milliseconds from the beginning of the calendar (2015) to the instant; never falls. */
  elapsed(instant: Date): number;
  /** The first instant at which so many working milliseconds have elapsed. */
  at(elapsed: number): Date;
  /** Years of the span for which no holidays are known: there, weekends alone are free. */
  missingYears(from: Date, to: Date): number[];
}

const firstYear = 2015;
const lastYear = 2200;
const minute = 60_000;
const oneDay = 86_400_000;

/** Answers the zone's offset from UTC at an instant, in milliseconds. */
function offsetReader(timeZone: string): (instant: number) => number {
  const formatter = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  return (instant) => {
    const parts = Object.fromEntries(
      formatter.formatToParts(instant).map((part) => [part.type, Number(part.value)]),
    );
    const { year = 0, month = 1, day = 1, hour = 0, minute: minutes = 0, second = 0 } = parts;
    return Date.UTC(year, month - 1, day, hour, minutes, second) - Math.floor(instant / 1000) * 1000;
  };
}

/** The spans of all days so far, as instants, with the working time before each. */
class Spans {
  private readonly starts: number[] = [];
  private readonly ends: number[] = [];
  private readonly before: number[] = [];
  private total = 0;
  private nextDay = Date.UTC(firstYear, 0, 1);
  private readonly offset: (instant: number) => number;
  private offsetHere: number;

  constructor(
    private readonly options: CalendarOptions,
    private readonly isWorkingDay: (date: string) => boolean,
  ) {
    this.offset = offsetReader(options.timeZone);
    this.offsetHere = this.offset(this.nextDay);
  }

  /** The instant at which the wall clock shows the time, given as if it were UTC. */
  private instantOf(wall: number, changes: boolean): number {
    if (!changes) return wall - this.offsetHere;
    return wall - this.offset(wall - this.offset(wall));
  }

  private addDay(): void {
    const day = this.nextDay;
    this.nextDay += oneDay;
    const offsetAfter = this.offset(this.nextDay - this.offsetHere);
    const changes = offsetAfter !== this.offsetHere;
    if (this.isWorkingDay(new Date(day).toISOString().slice(0, 10))) {
      for (const span of this.options.hours) {
        const start = this.instantOf(day + span.from * minute, changes);
        const end = this.instantOf(day + span.to * minute, changes);
        if (end > start) this.push(start, end);
      }
    }
    this.offsetHere = offsetAfter;
  }

  private push(start: number, end: number): void {
    this.starts.push(start);
    this.ends.push(end);
    this.before.push(this.total);
    this.total += end - start;
  }

  private growWhile(wanted: () => boolean): void {
    while (wanted() && this.nextDay < Date.UTC(lastYear, 0, 1)) this.addDay();
  }

  /** The last index whose value in the list does not exceed the given one; -1 where all do. */
  private static lastUpTo(list: readonly number[], value: number): number {
    let low = 0;
    let high = list.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((list[middle] ?? Infinity) <= value) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  elapsed(instant: number): number {
    this.growWhile(() => this.nextDay - 2 * oneDay < instant);
    const index = Spans.lastUpTo(this.starts, instant);
    if (index < 0) return 0;
    const end = Math.min(instant, this.ends[index] ?? 0);
    return (this.before[index] ?? 0) + end - (this.starts[index] ?? 0);
  }

  at(elapsed: number): number {
    this.growWhile(() => this.total < elapsed);
    // What falls due at the end of a span is due then, not when the next one begins.
    const index = Math.max(0, Spans.lastUpTo(this.before, elapsed - 1));
    return (this.starts[index] ?? 0) + elapsed - (this.before[index] ?? 0);
  }
}

/**
 * Working time of the portal: weekdays without public holidays, weekend days that are worked instead, within the
 * working hours of the wall clock. Where clocks are turned, the day's spans keep their wall times.
 */
export function workingCalendar(options: CalendarOptions): WorkingCalendar {
  const special = new Map(options.years.flatMap((year) => year.days.map((day) => [day.date, day.kind])));
  const known = new Set(options.years.map((year) => year.year));
  const isWorkingDay = (date: string) => {
    const kind = special.get(date);
    if (kind) return kind === 'workday';
    const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
    return weekday !== 0 && weekday !== 6;
  };
  const spans = new Spans(options, isWorkingDay);
  return {
    isWorkingDay,
    dayLength: options.hours.reduce((sum, span) => sum + (span.to - span.from) * minute, 0),
    elapsed: (instant) => spans.elapsed(instant.getTime()),
    at: (elapsed) => new Date(spans.at(elapsed)),
    missingYears: (from, to) => {
      const missing: number[] = [];
      for (let year = from.getUTCFullYear(); year <= to.getUTCFullYear(); year += 1)
        if (!known.has(year)) missing.push(year);
      return missing;
    },
  };
}
