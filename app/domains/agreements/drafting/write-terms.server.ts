import type { ReadContext, TransactionContext } from '../../context';
import { DomainError } from '../../domain-error';
import { organisationsById } from '../../organisations/index.server';
import { isPublicProposal } from '../../proposals/index.server';
import { ensureAmends, promisedBefore } from './amended-agreement.server';
import { agreementFields } from './agreement-fields';
import { keepVersion } from './keep-version.server';
import { heldAgreement, moveAgreement } from '../move-agreement.server';
import type { HeldAgreement } from '../move-agreement.server';
import { readObligationRows } from '../rules/obligation-rows';
import type { AgreementInput } from '../schema';
import { endOfDay } from '~/lib/time/days';
import type { FieldValues } from '~/lib/form-state';
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

type Draft = Pick<HeldAgreement, 'id' | 'continuesId' | 'continuesAs'>;

/** The parties and promises of a form, checked. */
async function readTerms(ctx: TransactionContext, agreement: Omit<Draft, 'id'>, input: AgreementInput) {
  const parties = await loadParties(ctx, input.partyIds);
  const { timeZone } = ctx.configuration;
  const read = readObligationRows(input.rows, {
    ...{ partyIds: parties.map(({ id }) => id), timeZone, now: ctx.clock.now() },
    ...{ endsAt: endOfDay(input.endsOn, timeZone), promisedBefore: await promisedBefore(ctx, agreement) },
  });
  if (!read.ok) throw new DomainError('invalid', read.fault);
  return { parties, rows: read.rows };
}

/** Lays down who the parties are and what each promises; what a party may do with the draft stays. */
export async function writeTerms(
  ctx: TransactionContext,
  agreement: Draft & { parties?: HeldAgreement['parties'] },
  input: AgreementInput,
): Promise<void> {
  const { id: agreementId, parties: before = [] } = agreement;
  const { parties, rows } = await readTerms(ctx, agreement, input);
  await ctx.prisma.agreementParty.deleteMany({ where: { agreementId } });
  await ctx.prisma.obligation.deleteMany({ where: { agreementId } });
  await ctx.prisma.agreementParty.createMany({
    data: parties.map(({ id: organisationId }, position) => {
      const held = before.find((party) => party.organisationId === organisationId);
      const rights = held ? { drafting: held.drafting, clauses: held.clauses } : {};
      return { agreementId, organisationId, position, ...rights };
    }),
  });
  await ctx.prisma.obligation.createMany({
    data: rows.map((row, position) => ({
      ...{ id: newId(new Date(position)), agreementId, position },
      ...row,
    })),
  });
}

export function columnsOf(ctx: TransactionContext, input: AgreementInput) {
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

export async function ensureProposal(ctx: TransactionContext, proposalId: string): Promise<void> {
  if (proposalId && !(await isPublicProposal(ctx, proposalId)))
    throw new DomainError('invalid', { field: 'proposalId', reason: 'unknown-proposal' });
}

/**
 * The draft as this form would have it, by the names of the fields. Throws where it could not stand in the text: the
 * initiator stays a party, and an amendment keeps those of what it amends.
 */
export async function fieldsAsked(
  ctx: TransactionContext,
  agreement: HeldAgreement,
  input: AgreementInput,
): Promise<FieldValues> {
  if (!input.partyIds.includes(agreement.organisationId))
    throw new DomainError('invalid', { field: 'partyIds', reason: 'agreements.initiator-stays' });
  await ensureAmends(ctx, agreement, { partyIds: input.partyIds, field: 'partyIds' });
  if (input.proposalId !== (agreement.proposalId ?? '')) await ensureProposal(ctx, input.proposalId);
  const { parties, rows } = await readTerms(ctx, agreement, input);
  return agreementFields(
    {
      ...columnsOf(ctx, input),
      parties: parties.map(({ id: organisationId }, position) => ({ organisationId, position })),
      obligations: rows.map((row, position) => ({ ...row, position })),
    },
    ctx.configuration.timeZone,
  );
}

/** Puts what was read into the draft, as its next version. */
export async function writeEdited(
  ctx: TransactionContext,
  agreement: HeldAgreement,
  input: AgreementInput,
): Promise<HeldAgreement> {
  await moveAgreement(ctx, agreement, {
    event: 'edit',
    data: { ...columnsOf(ctx, input), version: agreement.version + 1, updatedAt: ctx.clock.now() },
  });
  await writeTerms(ctx, agreement, input);
  await keepVersion(ctx, agreement.id);
  return heldAgreement(ctx, agreement.id);
}
