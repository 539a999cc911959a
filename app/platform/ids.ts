import { ulid } from 'ulid';

/** A new id: sortable by time to the millisecond, with 80 random bits that nobody can guess. */
export function newId(at: Date): string {
  return ulid(at.getTime());
}
