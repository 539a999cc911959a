import { pino } from 'pino';
import type { DestinationStream, Logger } from 'pino';

export type Log = Logger;

/** Bytes of lines that wait to be written at most. */
const mostWaiting = 8 * 1024;

/**
 * Writes the lines of one turn of the event loop together: each write holds up all else, and under load many requests
 * end in one turn. What waits when the process ends is written before it does.
 */
function writtenByTurns(): DestinationStream {
  const out = pino.destination({ sync: true, minLength: mostWaiting });
  let waits = false;
  const write = () => {
    waits = false;
    out.flushSync();
  };
  process.once('exit', write);
  return {
    write: (line) => {
      out.write(line);
      if (waits) return;
      waits = true;
      setImmediate(write);
    },
  };
}

/** Of the process: whoever opens a log writes by the same. */
let standardOutput: DestinationStream | undefined;

/** The structured log: one line of JSON each, without personal data. */
export function openLog(level: string): Log {
  standardOutput ??= writtenByTurns();
  return pino({ level, base: undefined, timestamp: pino.stdTimeFunctions.isoTime }, standardOutput);
}
