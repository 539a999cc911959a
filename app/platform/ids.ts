import { encodeTime } from 'ulid';
import { pooledRandom } from './pooled-random';

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const places = 32 ** 3;
const remembered = 4;
/**
 * Where the numbering within a millisecond stands; it begins anywhere in the lower half, so that it tells little. Of a
 * few instants, the last used last: what is planned for later is made between what is made now.
 */
const numbering = new Map<number, number>();

function randomCharacters(count: number): string {
  let characters = '';
  for (const byte of pooledRandom(count)) characters += alphabet.charAt(byte % 32);
  return characters;
}

function nextPlace(time: number): number {
  const before = numbering.get(time);
  const place = before === undefined ? pooledRandom(2).readUInt16BE() % (places / 2) : (before + 1) % places;
  numbering.delete(time);
  numbering.set(time, place);
  for (const oldest of numbering.keys()) {
    if (numbering.size <= remembered) break;
    numbering.delete(oldest);
  }
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
