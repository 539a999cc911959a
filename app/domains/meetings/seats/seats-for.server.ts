import type { TransactionContext } from '../../context';
import { DomainError } from '../../domain-error';
import { personsByEmail } from '../../identity/index.server';
import { organisationsInService, organisationsNamed } from '../../organisations/index.server';
import { mostSeats } from '../schema';
import type { InviteInput } from '../schema';

export interface NewSeat {
  personId: string | null;
  organisationId: string | null;
  email: string | null;
  capacity: string;
}

const invalid = (field: string, reason: string, params = {}) =>
  new DomainError('invalid', { field, reason: `meetings.${reason}`, params });

/** The organisations of typed names, or of codes. Throws `invalid` at the field for the first that means none, or several. */
export async function idsOfNamed(
  ctx: TransactionContext,
  names: readonly string[],
  field: string,
): Promise<string[]> {
  if (names.length === 0) return [];
  return [...(await organisationsNamed(ctx, names))].map(([name, id]) => {
    if (id === null) throw invalid(field, 'no-organisation-named', { name });
    if (id === 'several') throw invalid(field, 'several-named', { name });
    return id;
  });
}

/** Those invited, each once. Throws `invalid` at the field for whatever is not in service. */
async function organisationsOf(ctx: TransactionContext, input: InviteInput): Promise<string[]> {
  const named = await idsOfNamed(ctx, input.organisationNames, 'organisationNames');
  const chosen = [...new Set([...input.organisationIds, ...named])];
  const inService = new Set(chosen.length === 0 ? [] : await organisationsInService(ctx, chosen));
  if (chosen.some((id) => !inService.has(id))) throw invalid('organisationIds', 'unknown-organisation');
  return chosen;
}

/**
 * The seats of those invited, each once. Whether an account stands behind an address is not told: the seat is the
 * address's, and joined with its account where there is one that is open.
 */
export async function seatsFor(ctx: TransactionContext, input: InviteInput): Promise<NewSeat[]> {
  const byEmail = new Map(input.people.map(({ email, capacity }) => [email, capacity]));
  const organisations = await organisationsOf(ctx, input);
  if (organisations.length + byEmail.size > mostSeats)
    throw invalid('people', 'too-many-seats', { most: mostSeats });
  const accounts =
    byEmail.size === 0 ? new Map<string, string>() : await personsByEmail(ctx, [...byEmail.keys()]);
  return [
    ...organisations.map((organisationId) => ({ personId: null, organisationId, email: null, capacity: '' })),
    ...[...byEmail].map(([email, capacity]) => ({
      ...{ personId: accounts.get(email) ?? null, organisationId: null, email, capacity },
    })),
  ];
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
