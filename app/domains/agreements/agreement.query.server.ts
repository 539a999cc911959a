import type { Context } from '../context';
import { DomainError, ensure } from '../domain-error';
import {
  mayEditAgreement,
  mayFreezeAgreement,
  mayReadAgreement,
  mayReportObligation,
  maySignAgreement,
} from './policy';
import { readableAgreements } from './visibility';
import { explain } from '~/i18n/reason-text';
import { within } from '~/platform/db/area-scope';

const cardColumns = {
  id: true,
  title: true,
  areaId: true,
  state: true,
  createdAt: true,
  inForceAt: true,
} as const;

/** Public agreements, newest first, and the actor's own drafts. */
export async function listAgreements(
  ctx: Context,
  filter: { areaId?: string | undefined; cursor?: string | undefined },
) {
  const rows = await ctx.database.read.agreement.findMany({
    where: {
      AND: readableAgreements(ctx.actor),
      ...(filter.areaId ? { areaId: within(filter.areaId) } : {}),
      ...(filter.cursor ? { id: { lt: filter.cursor } } : {}),
    },
    orderBy: { id: 'desc' },
    take: 21,
    select: {
      ...cardColumns,
      parties: { select: { organisationId: true, signedAt: true }, orderBy: { position: 'asc' } },
    },
  });
  const items = rows.slice(0, 20);
  return { items, next: rows.length > 20 ? (items.at(-1)?.id ?? null) : null };
}

export async function agreementsOfProposal(ctx: Context, proposalId: string) {
  return ctx.database.read.agreement.findMany({
    where: { proposalId, state: { not: 'draft' } },
    orderBy: { id: 'asc' },
    select: cardColumns,
  });
}

export async function agreementPage(ctx: Context, agreementId: string) {
  const agreement = await ctx.database.read.agreement.findUnique({
    where: { id: agreementId },
    include: { parties: { orderBy: { position: 'asc' } }, obligations: { orderBy: { position: 'asc' } } },
  });
  if (!agreement) throw new DomainError('not-found');
  ensure(mayReadAgreement(ctx.actor, agreement));
  const organisations = await ctx.database.read.organisation.findMany({
    where: { id: { in: agreement.parties.map((party) => party.organisationId) } },
    select: { id: true, name: true, creditCode: true },
  });
  return {
    agreement: {
      ...agreement,
      obligations: agreement.obligations.map((obligation) => ({
        ...obligation,
        mayReport: mayReportObligation(ctx.actor, { ...obligation, agreementState: agreement.state }).allowed,
      })),
    },
    organisations: Object.fromEntries(organisations.map((one) => [one.id, one])),
    may: {
      edit: mayEditAgreement(ctx.actor, agreement),
      freeze: mayFreezeAgreement(ctx.actor, agreement),
      sign: explain(ctx.locale, maySignAgreement(ctx.actor, agreement)),
    },
  };
}

const obligationColumns = {
  id: true,
  text: true,
  agreementId: true,
  agreement: { select: { title: true, areaId: true, createdBy: true, state: true } },
} as const;

export async function obligationCard(ctx: Context, obligationId: string) {
  return ctx.database.read.obligation.findUnique({ where: { id: obligationId }, select: obligationColumns });
}

export async function obligationCards(ctx: Context, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return ctx.database.read.obligation.findMany({
    where: { id: { in: [...ids] } },
    select: obligationColumns,
  });
}
