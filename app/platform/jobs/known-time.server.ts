import type { Database } from '../db/database.server';
import { readKept, writeKept } from '../db/kept-values.server';

/** The instant of the newest event, or null in an empty portal. */
export async function newestInstant(database: Database): Promise<Date | null> {
  const newest = await database.read.event.findFirst({
    orderBy: { sequence: 'desc' },
    select: { at: true },
  });
  return newest?.at ?? null;
}

const confirmed = 'clock.confirmed';
/** A word about the clock holds for the clock of that moment. */
const holdsMilliseconds = 10 * 60_000;

/** Somebody looked at the clock and says that it is right now. */
export function confirmClock(database: Database, now: Date): Promise<void> {
  return writeKept(database, confirmed, now.toISOString());
}

export async function isClockConfirmed(database: Database, now: Date): Promise<boolean> {
  const text = await readKept(database, confirmed);
  return text !== null && Math.abs(now.getTime() - new Date(text).getTime()) < holdsMilliseconds;
}
