import type { ReadContext, TransactionContext } from '../../context';
import { DomainError } from '../../domain-error';
import { mostObligations } from '../rules/obligation-rows';
import { continueAgreement } from './take-up-agreement.server';

/** Of these agreements those in force, each with the organisations that are its parties. */
export async function agreementsInForce(
  ctx: ReadContext,
  ids: readonly string[],
): Promise<Map<string, string[]>> {
  if (ids.length === 0) return new Map();
  const rows = await ctx.database.read.agreement.findMany({
    where: { id: { in: [...ids] }, state: 'in-force' },
    select: { id: true, parties: { select: { organisationId: true } } },
  });
  return new Map(rows.map(({ id, parties }) => [id, parties.map(({ organisationId }) => organisationId)]));
}

export interface DecidedObligation {
  agreementId: string;
  organisationId: string;
  what: string;
  dueAt: Date | null;
}

/**
 * Drafts the amendment by which an agreement in force promises what was decided, too: signed as any amendment, since
 * nobody promises for others by a vote. Throws `forbidden` unless the actor acts for a party, `conflict` where it has as
 * many obligations as it may.
 */
export async function obligationOfDecision(
  ctx: TransactionContext,
  { agreementId, organisationId, what, dueAt }: DecidedObligation,
): Promise<string> {
  if ((await ctx.prisma.obligation.count({ where: { agreementId } })) >= mostObligations)
    throw new DomainError('conflict', { reason: 'agreements.too-many-rows' });
  const isToCome = dueAt !== null && dueAt > ctx.clock.now();
  const more = { organisationId, text: what, dueAt: isToCome ? dueAt : null };
  return continueAgreement(ctx, { agreementId, as: 'amendment', more });
}
