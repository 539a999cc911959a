import type { ReadContext } from '../context';
import { DomainError } from '../domain-error';
import { mayReadAgreement } from './policy';
import { readsAsParty } from './living/heirs.query.server';
import { readableAgreements } from './visibility';
import { fitsItsSignatures, signedText } from './signing/signed-content';
import type { FrozenAgreement } from './signing/signed-content';
import { within } from '~/platform/db/lists/area-scope';
import { listPage, newestFirst } from '~/platform/db/lists/list-page';

const pageSize = 20;
const mostOfAProposal = 50;

/** What a list shows; a text that no longer fits its signatures is in no state that could be believed. */
function cardOf(ctx: ReadContext, row: FrozenAgreement & { areaId: string } & CardDates) {
  const { id, title, areaId, createdAt, inForceAt, parties } = row;
  const fits = fitsItsSignatures(ctx.keys, row);
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

/** What shows that an obligation was kept may hold names and papers of others: the parties see it. Throws `not-found`. */
export async function ensureSeesEvidence(ctx: ReadContext, obligationId: string): Promise<void> {
  const row = await ctx.database.read.obligation.findUnique({
    where: { id: obligationId },
    select: { agreement: { select: { parties: { select: { organisationId: true } } } } },
  });
  if (!row || !(await readsAsParty(ctx, row.agreement))) throw new DomainError('not-found');
}
