import type { Context, TransactionContext } from '../../context';
import { eachByItself } from '../../each-by-itself';
import { inTransaction } from '../../in-transaction.server';
import { eventsById, publicEventOf } from '../../ledger/index.server';
import { organisationNames, successorOf } from '../../organisations/index.server';
import type { Successor } from '../../organisations/index.server';
import { heldAgreement, tellOfAgreement } from '../move-agreement.server';
import type { HeldAgreement } from '../move-agreement.server';
import { agreementLifecycle } from '../lifecycle';
import { draftingRights, keptClauses, rightOf } from '../rules/drafting-rights';
import type { DraftingParty } from '../rules/drafting-rights';
import type { Prisma } from '~/platform/db/database.server';

/**
 * Of an organisation that was merged into another: in what was never laid open to be signed the other takes its place.
 * What is signed stays as it was signed; its parties and the other are told once that an amendment puts the other's name
 * there. Asked after each event on an organisation; bears repetition.
 */
export async function followMerged(ctx: Context, organisationId: string): Promise<void> {
  const successor = await successorOf(ctx, organisationId);
  if (!successor) return;
  const names = await organisationNames(ctx, [organisationId]);
  const merged = { id: organisationId, name: names[organisationId] ?? '', successor };
  const party = { parties: { some: { organisationId } } };
  const idsOf = (where: Prisma.AgreementWhereInput) =>
    ctx.database.read.agreement.findMany({ where, select: { id: true }, orderBy: { id: 'asc' } });
  const unsigned = await idsOf({ ...party, frozenAt: null });
  await eachByItself(unsigned, ({ id }) => inTransaction(ctx, (ctx) => followInDraft(ctx, id, merged)));
  const live = await idsOf({ ...party, state: 'in-force' });
  await eachByItself(live, ({ id }) => inTransaction(ctx, (ctx) => tellParties(ctx, id, merged)));
}

interface Merged {
  id: string;
  name: string;
  successor: Successor;
}

async function followInDraft(ctx: TransactionContext, id: string, merged: Merged): Promise<void> {
  const draft = await heldAgreement(ctx, id);
  const isParty = draft.parties.some((party) => party.organisationId === merged.id);
  if (draft.frozenAt !== null || !isParty) return;
  await takePlace(ctx, draft, { from: merged.id, to: merged.successor.id });
  // Of what was given up long ago nobody needs to hear.
  if (draft.state !== agreementLifecycle.initial) return;
  await tellOfAgreement(ctx, await heldAgreement(ctx, id), {
    ...{ type: 'agreement.party-followed', organisation: merged.name, by: merged.successor.name },
  });
}

/** Once: what says the same of the same party stands in the agreement's history already. */
async function tellParties(ctx: TransactionContext, id: string, { name, successor }: Merged): Promise<void> {
  const type = 'agreement.party-merged';
  const agreement = await heldAgreement(ctx, id);
  const before = await publicEventOf(ctx, { type, subjectKind: 'agreement', subjectId: id });
  const [told] = before === null ? [] : await eventsById(ctx, [before]);
  const isTold = told && (JSON.parse(told.publicData) as { organisation?: unknown }).organisation === name;
  if (isTold || agreement.state !== 'in-force') return;
  const parties = [...agreement.parties, { organisationId: successor.id }];
  const facts = { organisation: name, by: successor.name };
  await tellOfAgreement(ctx, { ...agreement, parties }, { type, ...facts });
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
