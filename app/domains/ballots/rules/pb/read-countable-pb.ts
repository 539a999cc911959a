import { buildInstance } from '../budget/instance';
import { BeyondCounting } from '../budget/budget-votes';
import { ballotOfPb } from './ballot-of-pb';
import type { PbFile, PbReading } from './pb-file';
import { readPb } from './read-pb';

/** The same as `readPb`, and points that no rule could count exactly are a fault of the file. */
export function readCountablePb(bytes: Uint8Array): PbReading {
  const reading = readPb(bytes);
  if (!reading.ok || reading.file.counting.voteType === 'approval') return reading;
  const beyond = beyondCounting(reading.file);
  return beyond === null
    ? reading
    : { ok: false, faults: [{ line: 1, reason: 'beyond-counting', detail: beyond }] };
}

function beyondCounting(file: PbFile): string | null {
  const counting = { rule: 'equal-shares-points', completion: 'none' } as const;
  const { rules, papers } = ballotOfPb(file, {
    ...counting,
    stopWhenExhaustive: false,
    tieCriteria: ['lexico'],
  });
  try {
    buildInstance(papers, rules);
    return null;
  } catch (error) {
    if (error instanceof BeyondCounting) return error.message;
    throw error;
  }
}
