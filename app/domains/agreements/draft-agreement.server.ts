import type { Context, TransactionContext } from '../context';
import { inTransaction } from '../in-transaction.server';
import { doOnce } from '../do-once.server';
import { DomainError, ensure } from '../domain-error';
import { appendEvent } from '../ledger/index.server';
import { agreementEvents } from './events';
import { agreementLifecycle } from './lifecycle';
import { mayDraftAgreement, mayEditAgreement, mayFreezeAgreement } from './policy';
import { isPublicProposal } from '../proposals/index.server';
import { ensureArea } from '../territory/index.server';
import { readObligations } from './rules/read-obligations';
import type { AgreementInput } from './schema';
import { contentHashOf } from './signed-content';
import { stepOf } from '~/lib/lifecycle';
import type { Transaction } from '~/platform/db/database.server';
import { newId } from '~/platform/ids';
import { renderMarkdown } from '~/platform/markdown/render-markdown.server';

/** The parties in the order chosen; each a verified organisation. */
async function loadParties(tx: Transaction, ids: readonly string[]) {
  const rows = await tx.prisma.organisation.findMany({ where: { id: { in: [...ids] }, state: 'verified' } });
  const parties = [...new Set(ids)].flatMap((id) => rows.filter((row) => row.id === id));
  if (parties.length < 2 || parties.length !== new Set(ids).size) {
    throw new DomainError('invalid', { field: 'partyIds', reason: 'agreements.unknown-party' });
  }
  return parties;
}

async function writeTerms(
  ctx: TransactionContext,
  { agreementId, input }: { agreementId: string; input: AgreementInput },
): Promise<string[]> {
  const parties = await loadParties(ctx, input.partyIds);
  const read = readObligations(input.obligations, parties, ctx.configuration.timeZone);
  if (!read.ok) {
    throw new DomainError('invalid', {
      field: 'obligations',
      reason: 'agreements.bad-obligation',
      params: { line: read.line },
    });
  }
  await ctx.prisma.agreementParty.deleteMany({ where: { agreementId } });
  await ctx.prisma.obligation.deleteMany({ where: { agreementId } });
  await ctx.prisma.agreementParty.createMany({
    data: parties.map((party, position) => ({ agreementId, organisationId: party.id, position })),
  });
  await ctx.prisma.obligation.createMany({
    data: read.obligations.map((obligation, position) => ({
      id: newId(new Date(position)),
      agreementId,
      position,
      ...obligation,
    })),
  });
  return parties.map((party) => party.id);
}

function columnsOf(input: AgreementInput) {
  return {
    title: input.title,
    body: input.body,
    bodyHtml: renderMarkdown(input.body),
    areaId: input.areaId,
    proposalId: input.proposalId === '' ? null : input.proposalId,
  };
}

/** Drafts an agreement for the organisation for which the actor acts, which is a party itself. */
export async function draftAgreement(ctx: Context, input: AgreementInput): Promise<string> {
  ensure(mayDraftAgreement(ctx.actor));
  if (ctx.actor.kind !== 'person' || !ctx.actor.actingFor) throw new DomainError('signed-out');
  const { personId, actingFor } = ctx.actor;
  if (!input.partyIds.includes(actingFor.organisationId)) {
    throw new DomainError('invalid', { field: 'partyIds', reason: 'agreements.own-party' });
  }
  const now = ctx.clock.now();
  const id = newId(now);
  return doOnce(ctx, 'agreement.draft', async (ctx) => {
    await ensureArea(ctx, input.areaId);
    if (input.proposalId && !(await isPublicProposal(ctx, input.proposalId))) {
      throw new DomainError('invalid', { field: 'proposalId', reason: 'unknown-proposal' });
    }
    await ctx.prisma.agreement.create({
      data: {
        id,
        ...columnsOf(input),
        state: agreementLifecycle.initial,
        createdBy: personId,
        organisationId: actingFor.organisationId,
        createdAt: now,
        updatedAt: now,
      },
    });
    const partyIds = await writeTerms(ctx, { agreementId: id, input });
    await appendEvent(ctx, agreementEvents, {
      type: 'agreement.drafted',
      subjectKind: 'agreement',
      subjectId: id,
      areaId: input.areaId,
      publicData: { title: input.title },
      privateData: { partyIds },
    });
    return id;
  });
}

/** Changes the draft; every party may, as long as nothing is frozen. */
export async function editAgreement(ctx: Context, agreementId: string, input: AgreementInput): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const agreement = await ctx.prisma.agreement.findUnique({
      where: { id: agreementId },
      include: { parties: true },
    });
    if (!agreement) throw new DomainError('not-found');
    ensure(mayEditAgreement(ctx.actor, agreement));
    const { from, to } = stepOf(agreementLifecycle, 'edit');
    const edited = await ctx.prisma.agreement.updateMany({
      where: { id: agreementId, state: { in: from }, version: agreement.version },
      data: { ...columnsOf(input), state: to, version: agreement.version + 1, updatedAt: ctx.clock.now() },
    });
    if (edited.count === 0) throw new DomainError('conflict', { reason: 'changed-meanwhile' });
    const partyIds = await writeTerms(ctx, { agreementId, input });
    await appendEvent(ctx, agreementEvents, {
      type: 'agreement.edited',
      subjectKind: 'agreement',
      subjectId: agreementId,
      areaId: input.areaId,
      publicData: { title: input.title },
      privateData: { partyIds },
    });
  });
}

/** Lays down in the text how each party is called; answers the hash of what they will sign. */
async function nameParties(tx: Transaction, agreementId: string): Promise<string> {
  const parties = await tx.prisma.agreementParty.findMany({ where: { agreementId } });
  // A draft has at most twelve parties.
  const ids = parties.map((party) => party.organisationId);
  for (const { id, name, creditCode } of await loadParties(tx, ids)) {
    await tx.prisma.agreementParty.update({
      where: { agreementId_organisationId: { agreementId, organisationId: id } },
      data: { name, creditCode },
    });
  }
  const agreement = await tx.prisma.agreement.findUniqueOrThrow({
    where: { id: agreementId },
    include: { parties: true, obligations: true },
  });
  return contentHashOf(agreement);
}

/** Freezes the text: from now on it is signed or declined, not changed. */
export async function freezeAgreement(ctx: Context, agreementId: string): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const agreement = await ctx.prisma.agreement.findUnique({
      where: { id: agreementId },
      include: { parties: true },
    });
    if (!agreement) throw new DomainError('not-found');
    ensure(mayFreezeAgreement(ctx.actor, agreement));
    const { from, to } = stepOf(agreementLifecycle, 'freeze');
    const contentHash = await nameParties(ctx, agreementId);
    const frozen = await ctx.prisma.agreement.updateMany({
      where: { id: agreementId, state: { in: from }, version: agreement.version },
      data: { state: to, frozenAt: ctx.clock.now(), contentHash },
    });
    if (frozen.count === 0) throw new DomainError('conflict', { reason: 'changed-meanwhile' });
    await appendEvent(ctx, agreementEvents, {
      type: 'agreement.frozen',
      subjectKind: 'agreement',
      subjectId: agreementId,
      areaId: agreement.areaId,
      publicData: { title: agreement.title, version: agreement.version },
      privateData: { partyIds: agreement.parties.map((party) => party.organisationId) },
    });
  });
}
