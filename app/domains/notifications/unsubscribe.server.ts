import type { Context } from '../context';
import { inTransaction } from '../in-transaction.server';
import { DomainError } from '../domain-error';
import { keyedHash, readSigned } from '~/platform/crypto/keyed-hash.server';

/** Ends all mail to the person whom the signed token names; the inbox on the site stays. */
export async function unsubscribe(ctx: Context, token: string): Promise<void> {
  const personId = readSigned(keyedHash(ctx.configuration.sessionSecret, 'unsubscribe'), token);
  if (!personId) throw new DomainError('not-found');
  await inTransaction(ctx, (ctx) => ctx.subjects.persons.endMails(ctx, personId));
}
