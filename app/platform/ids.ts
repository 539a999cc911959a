import { encodeTime } from 'ulid';
import { pooledRandom } from './pooled-random';

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const places = 32 ** 3;
let lastTime = -1;
/** Where the numbering within a millisecond stands; it begins anywhere in the lower half, so that it tells little. */
let place = 0;

function randomCharacters(count: number): string {
  let characters = '';
  for (const byte of pooledRandom(count)) characters += alphabet.charAt(byte % 32);
  return characters;
}

function nextPlace(time: number): number {
  place = time === lastTime ? (place + 1) % places : pooledRandom(2).readUInt16BE() % (places / 2);
  lastTime = time;
  return place;
}

/**
 * A new id in the form of a ULID: sorts by time to the millisecond and, of one process, by order of making
 * within it (what one transaction writes is read back in that order); 65 random bits that nobody can guess.
 */
export function newId(at: Date): string {
  const time = at.getTime();
  const order = nextPlace(time);
  const within =
    alphabet.charAt(order >> 10) + alphabet.charAt((order >> 5) % 32) + alphabet.charAt(order % 32);
  return encodeTime(time, 10) + within + randomCharacters(13);
}

/** The range of the ids that were made from one instant to another, both included: ids sort by time. */
export function idsBetween(from: Date, to: Date): { gte: string; lt: string } {
  return {
    gte: encodeTime(Math.max(0, from.getTime()), 10),
    lt: encodeTime(Math.max(0, to.getTime()) + 1, 10),
  };
}
