import type { Context, TransactionContext } from '../../context';
import { inTransaction } from '../../in-transaction.server';
import { doOnce } from '../../do-once.server';
import { DomainError, ensure } from '../../domain-error';
import { agreementFields } from './agreement-fields';
import { draftFields } from './draft-fields.server';
import { keepVersion } from './keep-version.server';
import { proposeDraft } from './propose-draft.server';
import { columnsOf, ensureProposal, fieldsAsked, writeEdited, writeTerms } from './write-terms.server';
import { agreementLifecycle } from '../lifecycle';
import { heldAgreement, tellOfAgreement } from '../move-agreement.server';
import { mayDraftAgreement, mayEditAgreement, ownParty } from '../policy';
import { changedParts, mayChangeAlone, rightOf } from '../rules/drafting-rights';
import { ensureAsShown } from '../../shown-fields.server';
import { ensureArea } from '../../territory/index.server';
import type { AgreementInput } from '../schema';
import { newId } from '~/platform/ids';

/** Drafts an agreement for the organisation for which the actor acts, which is a party itself. */
export async function draftAgreement(ctx: Context, input: AgreementInput): Promise<string> {
  return doOnce(ctx, 'agreement.draft', (ctx) => writeDraft(ctx, input));
}

/** The same within the transaction of a larger act. */
export async function writeDraft(ctx: TransactionContext, input: AgreementInput): Promise<string> {
  ensure(mayDraftAgreement(ctx.actor));
  if (ctx.actor.kind !== 'person' || !ctx.actor.actingFor) throw new DomainError('signed-out');
  const { personId, actingFor } = ctx.actor;
  if (!input.partyIds.includes(actingFor.organisationId)) {
    throw new DomainError('invalid', { field: 'partyIds', reason: 'agreements.own-party' });
  }
  const now = ctx.clock.now();
  const id = newId(now);
  await ensureArea(ctx, input.areaId);
  await ensureProposal(ctx, input.proposalId);
  await ctx.prisma.agreement.create({
    data: {
      ...{ id, ...columnsOf(ctx, input), state: agreementLifecycle.initial, createdBy: personId },
      ...{ organisationId: actingFor.organisationId, createdAt: now, updatedAt: now },
    },
  });
  await writeTerms(ctx, { id, continuesId: null, continuesAs: null }, input);
  await keepVersion(ctx, id);
  await tellOfAgreement(ctx, await heldAgreement(ctx, id), { type: 'agreement.drafted' });
  return id;
}

export type Edited = 'saved' | 'proposed';

/**
 * Changes the draft as far as the party may do so by itself; what goes beyond is proposed to the others, all of it, and
 * enters the text once they have accepted. The initiator stays a party. Throws `conflict`, with what is saved, where the
 * text is no longer the one of `revision`.
 */
export async function editAgreement(
  ctx: Context,
  agreementId: string,
  { revision, why, ...input }: AgreementInput,
): Promise<Edited> {
  return inTransaction(ctx, async (ctx) => {
    const agreement = await heldAgreement(ctx, agreementId);
    ensure(mayEditAgreement(ctx.actor, agreement));
    ensureAsShown(revision, await draftFields(ctx, agreement));
    const own = ownParty(ctx.actor, agreement);
    if (!own) throw new DomainError('signed-out');
    const asked = await fieldsAsked(ctx, agreement, input);
    const parts = changedParts(agreementFields(agreement, ctx.configuration.timeZone), asked);
    if (parts.length === 0 && rightOf(own) !== 'whole') return 'saved';
    if (!mayChangeAlone(parts, own, agreement.parties)) {
      await proposeDraft(ctx, agreement, { asked, why: why ?? '' });
      return 'proposed';
    }
    await tellOfAgreement(ctx, await writeEdited(ctx, agreement, input), { type: 'agreement.edited' });
    return 'saved';
  });
}
