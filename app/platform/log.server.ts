import { pino } from 'pino';
import type { Logger } from 'pino';

export type Log = Logger;

/** The structured log: one line of JSON each, without personal data. */
export function openLog(level: string): Log {
  return pino({ level, base: undefined, timestamp: pino.stdTimeFunctions.isoTime });
}
