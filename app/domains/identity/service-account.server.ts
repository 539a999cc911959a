import type { TransactionContext } from '../context';
import { newId } from '~/platform/ids';

/**
 * The account in whose name another system acts: it has no password, gets no mail, and its address leads
 * nowhere (RFC 2606), so that nobody signs in as it. Answers its id.
 */
export async function createServiceAccount(ctx: TransactionContext, name: string): Promise<string> {
  const now = ctx.clock.now();
  const id = newId(now);
  await ctx.prisma.person.create({
    data: {
      id,
      email: `bridge-${id.toLowerCase()}@bridge.invalid`,
      emailConfirmedAt: now,
      displayName: name,
      mailFrequency: 'none',
      createdAt: now,
    },
  });
  return id;
}
