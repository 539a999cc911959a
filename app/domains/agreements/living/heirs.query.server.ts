import type { ReadContext } from '../../context';
import { successorsOf } from '../../organisations/index.server';
import { belongsToParty } from '../policy';

interface WithParties {
  parties: readonly { organisationId: string }[];
}

/** Of the parties those that were merged into another, with the one that goes on in their place. */
export async function heirsOf(ctx: ReadContext, { parties }: WithParties) {
  return successorsOf(
    ctx,
    parties.map(({ organisationId }) => organisationId),
  );
}

/** Whoever belongs to a party, or to the organisation that goes on in the place of one: they read what is among the parties. */
export async function readsAsParty(ctx: ReadContext, agreement: WithParties): Promise<boolean> {
  if (belongsToParty(ctx.actor, agreement)) return true;
  if (ctx.actor.kind !== 'person' || ctx.actor.memberships.length === 0) return false;
  const heirs = await heirsOf(ctx, agreement);
  return belongsToParty(ctx.actor, withHeirs(agreement, heirs));
}

/** The parties, and those that go on in the place of some of them. */
export const withHeirs = (
  { parties }: WithParties,
  heirs: ReadonlyMap<string, { id: string }>,
): { parties: { organisationId: string }[] } => ({
  parties: [...parties, ...[...heirs.values()].map(({ id: organisationId }) => ({ organisationId }))],
});

/** A promise as it stands with the heirs in the place of whom it names; nobody pays itself. */
export function asInherited<Row extends { organisationId: string; payerId: string | null }>(
  row: Row,
  heirs: ReadonlyMap<string, { id: string }>,
): Row {
  const organisationId = heirs.get(row.organisationId)?.id ?? row.organisationId;
  const payerId = row.payerId === null ? null : (heirs.get(row.payerId)?.id ?? row.payerId);
  const isInherited = organisationId !== row.organisationId || payerId !== row.payerId;
  return { ...row, organisationId, payerId: isInherited && payerId === organisationId ? null : payerId };
}
