import type { Context, TransactionContext } from '../../context';
import { eachByItself } from '../../each-by-itself';
import { inTransaction } from '../../in-transaction.server';
import { organisationNames, successorOf } from '../../organisations/index.server';
import { heldAgreement, tellOfAgreement } from '../move-agreement.server';
import type { HeldAgreement } from '../move-agreement.server';
import { agreementLifecycle } from '../lifecycle';
import { draftingRights, keptClauses, rightOf } from '../rules/drafting-rights';
import type { DraftingParty } from '../rules/drafting-rights';

/**
 * Of an organisation that was merged into another: in drafts the other takes its place. What is signed stays as it was
 * signed. Asked after each event on an organisation; bears repetition.
 */
export async function followMerged(ctx: Context, organisationId: string): Promise<void> {
  const successor = await successorOf(ctx, organisationId);
  if (!successor) return;
  const drafts = await ctx.database.read.agreement.findMany({
    where: { state: agreementLifecycle.initial, parties: { some: { organisationId } } },
    select: { id: true },
    orderBy: { id: 'asc' },
  });
  const names = await organisationNames(ctx, [organisationId]);
  await eachByItself(drafts, ({ id }) =>
    inTransaction(ctx, async (ctx) => {
      const draft = await heldAgreement(ctx, id);
      const isParty = draft.parties.some((party) => party.organisationId === organisationId);
      if (draft.state !== agreementLifecycle.initial || !isParty) return;
      await takePlace(ctx, draft, { from: organisationId, to: successor.id });
      const organisation = names[organisationId] ?? '';
      await tellOfAgreement(ctx, await heldAgreement(ctx, id), {
        ...{ type: 'agreement.party-followed', organisation, by: successor.name },
      });
    }),
  );
}

/** The wider right of the two, and the clauses of both. */
function rightsOfBoth(gone: DraftingParty, stays: DraftingParty) {
  const rights = [rightOf(gone), rightOf(stays)];
  return {
    drafting: draftingRights.find((right) => rights.includes(right)) ?? rightOf(stays),
    clauses: JSON.stringify([...keptClauses(stays), ...keptClauses(gone)]),
  };
}

/** Where both were parties the one is left, and pays nothing to itself. */
async function takePlace(
  ctx: TransactionContext,
  { id: agreementId, organisationId: initiator, parties }: HeldAgreement,
  { from, to }: { from: string; to: string },
): Promise<void> {
  const { prisma } = ctx;
  const row = { agreementId_organisationId: { agreementId, organisationId: from } };
  const [gone, stays] = [from, to].map((id) => parties.find((party) => party.organisationId === id));
  if (gone && stays) {
    await prisma.agreementParty.delete({ where: row });
    await prisma.agreementParty.update({
      where: { agreementId_organisationId: { agreementId, organisationId: to } },
      data: rightsOfBoth(gone, stays),
    });
  } else await prisma.agreementParty.update({ where: row, data: { organisationId: to } });
  await prisma.obligation.updateMany({
    where: { agreementId, organisationId: from },
    data: { organisationId: to },
  });
  await prisma.obligation.updateMany({ where: { agreementId, payerId: from }, data: { payerId: to } });
  const ownPay = { agreementId, organisationId: to, payerId: to };
  await prisma.obligation.updateMany({ where: ownPay, data: { payerId: null } });
  const open = { agreementId, organisationId: from, state: 'open' };
  await prisma.clauseNote.updateMany({ where: open, data: { organisationId: to } });
  if (initiator === from)
    await prisma.agreement.update({ where: { id: agreementId }, data: { organisationId: to } });
}
