import { createHash } from 'node:crypto';
import { DomainError } from './domain-error';
import type { FieldValues } from '~/lib/form-state';

/**
 * The revision of a text as a form shows it: a digest of the fields by their names. It needs no column and no counter,
 * and what was changed and changed back is the same again.
 */
export function revisionOf(fields: FieldValues): string {
  const named = Object.entries(fields).sort(([one], [other]) => (one < other ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(named)).digest('base64url');
}

/**
 * Asked in the transaction that saves an edited text, of the row as it stands: throws `conflict` with what is saved
 * now where that is not what the form was filled with. Programs, which show nobody a form, give no revision. What counts
 * its versions is known by their number.
 */
export function ensureAsShown(given: string | number | undefined, now: FieldValues, version?: number): void {
  const revision = version === undefined ? revisionOf(now) : String(version);
  if (given === undefined || String(given) === revision) return;
  throw new DomainError('conflict', { reason: 'saved-meanwhile', saved: { values: now, revision } });
}
