import type { TransactionContext } from '../../context';
import { DomainError } from '../../domain-error';
import { tellOfAgreement } from '../move-agreement.server';
import type { HeldAgreement } from '../move-agreement.server';
import { ownParty } from '../policy';
import { clauseNoteLifecycle } from '../lifecycle';
import type { FieldValues } from '~/lib/form-state';
import { newId } from '~/platform/ids';

/** Where a note speaks of no clause but of the whole draft. */
export const wholeDraft = 0;

const mostOpen = 20;

/**
 * Lays a changed draft before the other parties, whole, as the form would have it. The same one that waits already is not
 * laid before them twice.
 */
export async function proposeDraft(
  ctx: TransactionContext,
  agreement: HeldAgreement,
  { asked, why }: { asked: FieldValues; why: string },
): Promise<void> {
  const { actor } = ctx;
  const own = ownParty(actor, agreement);
  if (!own || actor.kind !== 'person') throw new DomainError('signed-out');
  const now = ctx.clock.now();
  const fields = JSON.stringify(asked);
  const { version, id: agreementId } = agreement;
  const open = await ctx.prisma.clauseNote.findMany({
    where: { agreementId, clause: wholeDraft, organisationId: own.organisationId, state: 'open' },
    select: { version: true, fields: true },
  });
  if (open.some((one) => one.version === version && one.fields === fields)) return;
  if (open.length >= mostOpen) throw new DomainError('conflict', { reason: 'agreements.too-many-proposals' });
  await ctx.prisma.clauseNote.create({
    data: {
      ...{ id: newId(now), agreementId, version, clause: wholeDraft, quoted: '', fields },
      ...{ organisationId: own.organisationId, personId: actor.personId, text: why },
      ...{ state: clauseNoteLifecycle.initial, createdAt: now },
    },
  });
  const organisation = actor.actingFor?.name ?? '';
  await tellOfAgreement(ctx, agreement, { type: 'agreement.draft-proposed', organisation });
}
