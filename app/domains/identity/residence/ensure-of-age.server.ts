import type { TransactionContext } from '../../context';
import { DomainError } from '../../domain-error';
import { ageOfOwnConsent } from '../real-names/keep-identity.server';
import { yearIn } from '~/lib/time/days';

/**
 * Who by the year alone cannot have turned 14 yet needs the consent of a parent or guardian, whatever was said on
 * registering. Throws `invalid` at the year.
 */
export async function ensureOfAge(
  ctx: TransactionContext,
  personId: string,
  birthYear: number,
): Promise<void> {
  if (birthYear <= yearIn(ctx.clock.now(), ctx.configuration.timeZone) - ageOfOwnConsent) return;
  const person = await ctx.prisma.person.findUniqueOrThrow({
    where: { id: personId },
    select: { guardianAgreedAt: true },
  });
  if (person.guardianAgreedAt === null)
    throw new DomainError('invalid', { field: 'birthYear', reason: 'identity.guardian-at-counter' });
}
