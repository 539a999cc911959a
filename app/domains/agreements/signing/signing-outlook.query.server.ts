import type { ReadContext } from '../../context';
import { DomainError } from '../../domain-error';
import { signingOutlooks } from '../../organisations/index.server';
import type { HeldAgreement } from '../move-agreement.server';
import { ownParty } from '../policy';
import { amountOwedBy } from '../rules/amount-owed';
import { reasonText } from '~/i18n/reason-text';

type Signed = Pick<HeldAgreement, 'template' | 'parties' | 'obligations'>;

const outlooksOf = (ctx: ReadContext, { template, parties, obligations }: Signed) =>
  signingOutlooks(
    ctx,
    parties
      .filter((party) => party.signedAt === null)
      .map(({ organisationId }) => ({
        ...{ organisationId, scope: template },
        amountFen: amountOwedBy(organisationId, obligations),
      })),
  );

const refusalOf = (reason: string, limitFen: bigint | null) =>
  new DomainError('forbidden', {
    reason,
    ...(limitFen === null ? {} : { params: { yuan: Number(limitFen) / 100 } }),
  });

const waiting = ['draft', 'frozen'];

export interface SigningStanding {
  /** The parties for which nobody could sign it, by id. */
  nobody: string[];
  /** Why the reader could not sign for the party for which they act; null where they could, or act for none. */
  refusal: string | null;
  /** Who could sign for that party, by the names that its members know. */
  able: string[];
}

/** Whether a text that is drafted or waits for signatures could be signed as the mandates stand, for its parties. */
export async function signingStanding(
  ctx: ReadContext,
  agreement: Signed & { state: string },
): Promise<SigningStanding> {
  if (!waiting.includes(agreement.state)) return { nobody: [], refusal: null, able: [] };
  const outlooks = await outlooksOf(ctx, agreement);
  const { actor } = ctx;
  const own = ownParty(actor, agreement)?.organisationId;
  const persons = outlooks.find((one) => one.organisationId === own)?.persons ?? [];
  const self = actor.kind === 'person' ? persons.find((one) => one.personId === actor.personId) : undefined;
  return {
    nobody: outlooks
      .filter((one) => one.persons.every(({ allowed }) => !allowed))
      .map(({ organisationId }) => organisationId),
    refusal: self?.reason ? reasonText(ctx.locale, refusalOf(self.reason, self.limitFen)) : null,
    able: persons.filter(({ allowed }) => allowed).map(({ displayName }) => displayName),
  };
}

/** Asked before a code is mailed for nothing. Throws `forbidden` with the reason. */
export async function ensureCouldSign(ctx: ReadContext, agreement: Signed): Promise<void> {
  const { actor } = ctx;
  const own = ownParty(actor, agreement)?.organisationId;
  const outlook = (await outlooksOf(ctx, agreement)).find((one) => one.organisationId === own);
  const self = outlook?.persons.find((one) => actor.kind === 'person' && one.personId === actor.personId);
  if (self?.allowed) return;
  throw refusalOf(self?.reason ?? 'organisations.no-mandate', self?.limitFen ?? null);
}

const mostShown = 20;

/**
 * For the owner who names signatories: what the organisation drafts and what waits for its signature, what it would pay
 * by it, and who could sign.
 */
export async function awaitedSignatures(ctx: ReadContext, organisationId: string) {
  const rows = await ctx.database.read.agreement.findMany({
    where: { state: { in: waiting }, parties: { some: { organisationId, signedAt: null } } },
    include: { parties: true, obligations: true },
    orderBy: { id: 'desc' },
    take: mostShown,
  });
  const asked = rows.map(({ template, obligations }) => ({
    ...{ organisationId, scope: template },
    amountFen: amountOwedBy(organisationId, obligations),
  }));
  const outlooks = await signingOutlooks(ctx, asked);
  return rows.map(({ id, title, state }, at) => ({
    ...{ id, title, state, amountFen: String(asked[at]?.amountFen ?? 0n) },
    able: (outlooks[at]?.persons ?? []).flatMap((one) => (one.allowed ? [one.displayName] : [])),
  }));
}
