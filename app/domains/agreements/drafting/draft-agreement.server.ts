import type { Context, ReadContext, TransactionContext } from '../../context';
import { inTransaction } from '../../in-transaction.server';
import { doOnce } from '../../do-once.server';
import { DomainError, ensure } from '../../domain-error';
import { ensureAmends, promisedBefore } from './amended-agreement.server';
import { draftFields } from './draft-fields.server';
import { keepVersion } from './keep-version.server';
import { agreementLifecycle } from '../lifecycle';
import { heldAgreement, moveAgreement, tellOfAgreement } from '../move-agreement.server';
import type { HeldAgreement } from '../move-agreement.server';
import { mayDraftAgreement, mayEditAgreement } from '../policy';
import { ensureAsShown } from '../../shown-fields.server';
import { isPublicProposal } from '../../proposals/index.server';
import { ensureArea } from '../../territory/index.server';
import { readObligationRows } from '../rules/obligation-rows';
import type { AgreementInput } from '../schema';
import { endOfDay } from '~/lib/time/days';
import { organisationsById } from '../../organisations/index.server';
import { newId } from '~/platform/ids';
import { renderMarkdown } from '~/platform/markdown/render-markdown.server';

/** The parties in the order chosen; each a verified organisation. */
export async function loadParties(ctx: ReadContext, ids: readonly string[]) {
  const known = await organisationsById(ctx, ids);
  const parties = [...new Set(ids)]
    .flatMap((id) => known.get(id) ?? [])
    .filter(({ state }) => state === 'verified');
  if (parties.length < 2 || parties.length !== new Set(ids).size) {
    throw new DomainError('invalid', { field: 'partyIds', reason: 'agreements.unknown-party' });
  }
  return parties;
}

async function writeTerms(
  ctx: TransactionContext,
  {
    agreement,
    input,
  }: { agreement: Pick<HeldAgreement, 'id' | 'continuesId' | 'continuesAs'>; input: AgreementInput },
): Promise<void> {
  const { id: agreementId } = agreement;
  const parties = await loadParties(ctx, input.partyIds);
  const { timeZone } = ctx.configuration;
  const read = readObligationRows(input.rows, {
    ...{ partyIds: parties.map(({ id }) => id), timeZone, now: ctx.clock.now() },
    ...{ endsAt: endOfDay(input.endsOn, timeZone), promisedBefore: await promisedBefore(ctx, agreement) },
  });
  if (!read.ok) throw new DomainError('invalid', read.fault);
  await ctx.prisma.agreementParty.deleteMany({ where: { agreementId } });
  await ctx.prisma.obligation.deleteMany({ where: { agreementId } });
  await ctx.prisma.agreementParty.createMany({
    data: parties.map((party, position) => ({ agreementId, organisationId: party.id, position })),
  });
  await ctx.prisma.obligation.createMany({
    data: read.rows.map((row, position) => ({
      ...{ id: newId(new Date(position)), agreementId, position },
      ...row,
    })),
  });
}

function columnsOf(ctx: TransactionContext, input: AgreementInput) {
  const { title, body, areaId, template, signingOrder, signDays, endsOn } = input;
  const endsAt = endsOn === '' ? null : endOfDay(endsOn, ctx.configuration.timeZone);
  if (endsOn !== '' && !endsAt)
    throw new DomainError('invalid', { field: 'endsOn', reason: 'agreements.no-such-day' });
  if (endsAt && endsAt <= ctx.clock.now())
    throw new DomainError('invalid', { field: 'endsOn', reason: 'agreements.day-is-over' });
  return {
    ...{ title, body, areaId, template, signingOrder, signDays, endsAt },
    bodyHtml: renderMarkdown(body),
    proposalId: input.proposalId === '' ? null : input.proposalId,
  };
}

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
  await writeTerms(ctx, { agreement: { id, continuesId: null, continuesAs: null }, input });
  await keepVersion(ctx, id);
  await tellOfAgreement(ctx, await heldAgreement(ctx, id), { type: 'agreement.drafted' });
  return id;
}

async function ensureProposal(ctx: TransactionContext, proposalId: string): Promise<void> {
  if (proposalId && !(await isPublicProposal(ctx, proposalId)))
    throw new DomainError('invalid', { field: 'proposalId', reason: 'unknown-proposal' });
}

/**
 * Changes the draft; every party may, as long as nothing is frozen. The initiator stays a party. Throws `conflict`, with
 * what is saved, where the text is no longer the one of `revision`.
 */
export async function editAgreement(
  ctx: Context,
  agreementId: string,
  { revision, ...input }: AgreementInput,
): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const agreement = await heldAgreement(ctx, agreementId);
    ensure(mayEditAgreement(ctx.actor, agreement));
    ensureAsShown(revision, await draftFields(ctx, agreement));
    if (!input.partyIds.includes(agreement.organisationId))
      throw new DomainError('invalid', { field: 'partyIds', reason: 'agreements.initiator-stays' });
    await ensureAmends(ctx, agreement, { partyIds: input.partyIds, field: 'partyIds' });
    if (input.proposalId !== (agreement.proposalId ?? '')) await ensureProposal(ctx, input.proposalId);
    await moveAgreement(ctx, agreement, {
      event: 'edit',
      data: { ...columnsOf(ctx, input), version: agreement.version + 1, updatedAt: ctx.clock.now() },
    });
    await writeTerms(ctx, { agreement, input });
    await keepVersion(ctx, agreementId);
    await tellOfAgreement(ctx, await heldAgreement(ctx, agreementId), { type: 'agreement.edited' });
  });
}
