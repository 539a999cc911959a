import type { ShiftRole } from './seats';
import { plainWidth } from '~/lib/texts/plain-width';

export const mostQuestions = 5;
export const mostRoles = 8;

/** The questions of an activity as they are kept. A text that is no such list has none. */
export function questionsOf(kept: string): string[] {
  const parsed: unknown = JSON.parse(kept === '' ? '[]' : kept);
  return Array.isArray(parsed) ? parsed.filter((one): one is string => typeof one === 'string') : [];
}

/** The lines of a text that say something. */
export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** Roles as organisers write them, a line each, as `引导 | 3`; null where a line is none. */
export function parseRoles(text: string): ShiftRole[] | null {
  const roles = linesOf(text).map((line) => {
    const [name = '', count = '', ...rest] = line.split(/[|｜]/).map((part) => part.trim());
    const plain = plainWidth(count);
    const capacity = /^\d{1,3}$/.test(plain) ? Number(plain) : 0;
    return rest.length === 0 && name !== '' && name.length <= 30 && capacity >= 1 ? { name, capacity } : null;
  });
  const named = roles.flatMap((role) => role ?? []);
  const isUnique = new Set(named.map(({ name }) => name)).size === roles.length;
  return named.length === roles.length && roles.length <= mostRoles && isUnique ? named : null;
}

/** Roles as `parseRoles` reads them. */
export const writeRoles = (roles: readonly ShiftRole[]): string =>
  roles.map(({ name, capacity }) => `${name} | ${capacity}`).join('\n');
