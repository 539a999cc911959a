import type { TransactionContext } from '../../context';
import { DomainError } from '../../domain-error';
import { organisationsInService } from '../../organisations/index.server';
import { asInherited, heirsOf } from '../living/heirs.query.server';
import { heldAgreement } from '../move-agreement.server';
import type { HeldAgreement } from '../move-agreement.server';

type Amending = Pick<HeldAgreement, 'continuesId' | 'continuesAs'>;

/** The agreement that a draft amends, held; null where it amends none. */
export async function amendedBy(
  ctx: TransactionContext,
  { continuesId, continuesAs }: Amending,
): Promise<HeldAgreement | null> {
  return continuesAs === 'amendment' && continuesId ? heldAgreement(ctx, continuesId) : null;
}

/** What the amended agreement promises: its days stand in the amendment as they were, also those that went by. */
export async function promisedBefore(ctx: TransactionContext, draft: Amending) {
  const amended = await amendedBy(ctx, draft);
  if (!amended) return [];
  const heirs = await heirsOf(ctx, amended);
  return amended.obligations.map((row) => asInherited(row, heirs));
}

/**
 * Nobody's agreement is replaced without them: an amendment has all parties of what it amends (those out of service left
 * out, for which nobody could answer, and in the place of one that was merged the one that goes on), and amends what is in
 * force still. Throws `conflict` otherwise, at the field where there is one.
 */
export async function ensureAmends(
  ctx: TransactionContext,
  draft: Amending,
  { partyIds, field }: { partyIds: readonly string[]; field?: string },
): Promise<void> {
  const old = await amendedBy(ctx, draft);
  if (!old) return;
  if (old.state !== 'in-force') throw new DomainError('conflict', { reason: 'agreements.amended-is-over' });
  const heirs = await heirsOf(ctx, old);
  const needed = await organisationsInService(
    ctx,
    old.parties.map(({ organisationId }) => heirs.get(organisationId)?.id ?? organisationId),
  );
  if (needed.some((id) => !partyIds.includes(id)))
    throw new DomainError('conflict', {
      reason: 'agreements.amendment-parties',
      ...(field === undefined ? {} : { field }),
    });
}
