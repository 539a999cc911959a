import type { Person } from '../council';
import { sha256 } from '~/lib/sha256';

/** What a person's commitment is made of: a line each. The salt is only the person's and the auditors' to know. */
export const committedText = ({ id, values, household }: Person, salt: string): string =>
  [salt, id, ...values, household ?? ''].join('\n');

/**
 * Binds the portal to what a person stated, without telling it: published with the list, it can be opened by the person
 * for themselves (`printf` and `sha256sum`), and by auditors for all.
 */
export const commitmentTo = (person: Person, salt: string): string => sha256(committedText(person, salt));
