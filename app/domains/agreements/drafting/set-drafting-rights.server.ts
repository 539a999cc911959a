import type { Context } from '../../context';
import { inTransaction } from '../../in-transaction.server';
import { DomainError, ensure } from '../../domain-error';
import { heldAgreement, moveAgreement, tellOfAgreement } from '../move-agreement.server';
import { maySetDraftingRights } from '../policy';
import { draftingRights } from '../rules/drafting-rights';
import { clauseField, givenClauses, rightField } from '../rules/rights-form';

export interface RightsInput {
  /** The version whose clauses the form has numbered. */
  version: number;
  fields: Readonly<Record<string, string>>;
}

/**
 * The party that began the draft says what each of the others may do with it, and who alone words which clause. Itself
 * it may change the whole, but for the clauses given to others. Throws `conflict` where the text has changed meanwhile.
 */
export async function setDraftingRights(
  ctx: Context,
  agreementId: string,
  { version, fields }: RightsInput,
): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const agreement = await heldAgreement(ctx, agreementId);
    ensure(maySetDraftingRights(ctx.actor, agreement));
    if (version !== agreement.version) throw new DomainError('conflict', { reason: 'changed-meanwhile' });
    const clauses = givenClauses(agreement.body);
    const parties = agreement.parties.map(({ organisationId }) => organisationId);
    const unknown = clauses.find(
      ({ number }) => !['', ...parties].includes(fields[clauseField(number)] ?? ''),
    );
    if (unknown)
      throw new DomainError('invalid', {
        field: clauseField(unknown.number),
        reason: 'agreements.no-such-right',
      });
    for (const organisationId of parties) {
      const asked = fields[rightField(organisationId)] ?? 'whole';
      const right = organisationId === agreement.organisationId ? 'whole' : asked;
      const drafting = draftingRights.find((one) => one === right);
      if (!drafting)
        throw new DomainError('invalid', {
          field: rightField(organisationId),
          reason: 'agreements.no-such-right',
        });
      const own = clauses.filter(({ number }) => fields[clauseField(number)] === organisationId);
      await ctx.prisma.agreementParty.update({
        where: { agreementId_organisationId: { agreementId, organisationId } },
        data: { drafting, clauses: JSON.stringify(own.map(({ title }) => title)) },
      });
    }
    await moveAgreement(ctx, agreement, { event: 'edit', data: { updatedAt: ctx.clock.now() } });
    const organisation = (ctx.actor.kind === 'person' && ctx.actor.actingFor?.name) || '';
    await tellOfAgreement(ctx, agreement, { type: 'agreement.rights-set', organisation });
  });
}
