import type { TransactionContext } from '../context';
import { DomainError } from '../domain-error';
import { personByEmail } from '../identity/index.server';
import { isInService } from '../organisations/index.server';
import { mostSeats } from './schema';
import type { InviteInput } from './schema';

export interface NewSeat {
  personId: string | null;
  organisationId: string | null;
  email: string | null;
  capacity: string;
}

const noOrganisation = () =>
  new DomainError('invalid', { field: 'organisationIds', reason: 'meetings.unknown-organisation' });

/**
 * The seats of those invited, each once. Whether an account stands behind an address is not told: the seat is the
 * address's, and joined with its account where there is one that is open.
 */
export async function seatsFor(
  ctx: TransactionContext,
  { organisationIds, people }: InviteInput,
): Promise<NewSeat[]> {
  const organisations = [...new Set(organisationIds)];
  const byEmail = new Map(people.map(({ email, capacity }) => [email, capacity]));
  if (organisations.length + byEmail.size > mostSeats)
    throw new DomainError('invalid', {
      field: 'people',
      reason: 'meetings.too-many-seats',
      params: { most: mostSeats },
    });
  const seats: NewSeat[] = [];
  for (const organisationId of organisations) {
    if (!(await isInService(ctx.prisma, organisationId))) throw noOrganisation();
    seats.push({ personId: null, organisationId, email: null, capacity: '' });
  }
  for (const [email, capacity] of byEmail)
    seats.push({ personId: await personByEmail(ctx, email), organisationId: null, email, capacity });
  return seats;
}

/** Throws `invalid` at the field where more seats must be taken than there are. */
export function ensureQuorum(quorum: number | null | undefined, seats: number): void {
  if (quorum === null || quorum === undefined || quorum <= seats) return;
  throw new DomainError('invalid', {
    field: 'quorum',
    reason: 'meetings.quorum-above-invited',
    params: { seats },
  });
}
