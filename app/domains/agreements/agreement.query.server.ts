import type { ReadContext } from '../context';
import { revisionOf } from '../shown-fields.server';
import { agreementFields } from './agreement-fields';
import { DomainError, ensure } from '../domain-error';
import {
  mayEditAgreement,
  mayFreezeAgreement,
  mayReadAgreement,
  mayReportObligation,
  maySignAgreement,
  mayThawAgreement,
  mayWithdrawAgreement,
} from './policy';
import { readableAgreements } from './visibility';
import { fitsItsSignatures, signedText } from './signed-content';
import type { FrozenAgreement } from './signed-content';
import { explain } from '~/i18n/reason-text';
import { within } from '~/platform/db/area-scope';
import { listPage, newestFirst } from '~/platform/db/list-page';
import { renderMarkdown } from '~/platform/markdown/render-markdown.server';

const pageSize = 20;
const mostOfAProposal = 50;

/** What a list shows; a text that no longer fits its signatures is in no state that could be believed. */
function cardOf(ctx: ReadContext, row: FrozenAgreement & { state: string; areaId: string } & CardDates) {
  const { id, title, areaId, createdAt, inForceAt, parties } = row;
  const fits = fitsItsSignatures(ctx.configuration.dataKey, row);
  const signed = parties.map(({ organisationId, signedAt }) => ({
    organisationId,
    signedAt: fits ? signedAt : null,
  }));
  return { id, title, areaId, state: fits ? row.state : 'altered', createdAt, inForceAt, parties: signed };
}

interface CardDates {
  createdAt: Date;
  inForceAt: Date | null;
}

/** Public agreements, newest first, and the actor's own drafts. */
export async function listAgreements(
  ctx: ReadContext,
  filter: { areaId?: string | undefined; cursor?: string | undefined },
) {
  const { items, next } = await listPage(
    { order: newestFirst, cursor: filter.cursor, size: pageSize },
    ({ behind, ...page }) =>
      ctx.database.read.agreement.findMany({
        where: {
          AND: [readableAgreements(ctx.actor), behind],
          ...(filter.areaId ? { areaId: within(filter.areaId) } : {}),
        },
        ...page,
        include: { parties: { orderBy: { position: 'asc' } }, obligations: true },
      }),
  );
  return { items: items.map((row) => cardOf(ctx, row)), next };
}

export async function agreementsOfProposal(ctx: ReadContext, proposalId: string) {
  const rows = await ctx.database.read.agreement.findMany({
    where: { AND: readableAgreements(ctx.actor), proposalId },
    orderBy: { id: 'asc' },
    take: mostOfAProposal,
    include: { parties: true, obligations: true },
  });
  return rows.map((row) => cardOf(ctx, row));
}

export async function agreementPage(ctx: ReadContext, agreementId: string) {
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
  const frozen = agreement.contentHash !== null;
  const names = Object.fromEntries(organisations.map((one) => [one.id, one]));
  return {
    revision: revisionOf(agreementFields(agreement, names, ctx.configuration.timeZone)),
    agreement: {
      ...agreement,
      // What is shown is made from what is signed, not from a second column that nobody signed.
      bodyHtml: frozen ? renderMarkdown(agreement.body) : agreement.bodyHtml,
      fits: fitsItsSignatures(ctx.configuration.dataKey, agreement),
      obligations: agreement.obligations.map((obligation) => ({
        ...obligation,
        mayReport: mayReportObligation(ctx.actor, { ...obligation, agreementState: agreement.state }).allowed,
      })),
    },
    organisations: namesOf(frozen ? agreement.parties : [], organisations),
    may: {
      edit: mayEditAgreement(ctx.actor, agreement),
      freeze: mayFreezeAgreement(ctx.actor, agreement),
      sign: explain(ctx.locale, maySignAgreement(ctx.actor, agreement)),
      thaw: mayThawAgreement(ctx.actor, agreement).allowed,
      withdraw: mayWithdrawAgreement(ctx.actor, agreement).allowed,
    },
  };
}

interface NamedParty {
  id: string;
  name: string;
  creditCode: string;
}

/** As the frozen text names the parties, else as they are called now. */
function namesOf(
  frozen: readonly { organisationId: string; name: string; creditCode: string }[],
  organisations: readonly NamedParty[],
): Record<string, NamedParty> {
  const named = frozen.map(({ organisationId: id, name, creditCode }) => ({ id, name, creditCode }));
  return Object.fromEntries([...organisations, ...named].map((one) => [one.id, one]));
}

/**
 * The text whose SHA-256 the parties signed, for whoever wants to hash it again. Throws `not-found` for drafts and
 * what may not be read.
 */
export async function agreementSignedText(ctx: ReadContext, agreementId: string): Promise<string> {
  const agreement = await ctx.database.read.agreement.findUnique({
    where: { id: agreementId },
    include: { parties: true, obligations: true },
  });
  if (!agreement?.contentHash || !mayReadAgreement(ctx.actor, agreement).allowed)
    throw new DomainError('not-found');
  return signedText(agreement);
}

const obligationColumns = {
  id: true,
  text: true,
  agreementId: true,
  agreement: { select: { title: true, areaId: true, createdBy: true, state: true } },
} as const;

export async function obligationCard(ctx: ReadContext, obligationId: string) {
  return ctx.database.read.obligation.findUnique({ where: { id: obligationId }, select: obligationColumns });
}

export async function obligationCards(ctx: ReadContext, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return ctx.database.read.obligation.findMany({
    where: { id: { in: [...ids] } },
    select: obligationColumns,
  });
}
