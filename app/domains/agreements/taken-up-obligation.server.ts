import type { ReadContext, TransactionContext } from '../context';
import { DomainError } from '../domain-error';
import type { TakenUp } from '../taken-up';
import { linkableObligations } from './living/linkable-obligations.query.server';
import { mayReadAgreement } from './policy';

const cardColumns = {
  id: true,
  text: true,
  agreementId: true,
  agreement: {
    select: {
      ...{ title: true, areaId: true, createdBy: true, state: true, frozenAt: true },
      parties: { select: { organisationId: true } },
    },
  },
} as const;

const pageOf = (agreementId: string) => ({ kind: 'agreement', id: agreementId });

/** Work is done on what is promised and not met yet. */
async function ensureObligationHolds(ctx: TransactionContext, id: string): Promise<void> {
  const holds = await ctx.prisma.obligation.count({
    where: { id, state: 'open', agreement: { state: 'in-force' } },
  });
  if (holds === 0) throw new DomainError('wrong-state', { reason: 'work-orders.obligation-not-open' });
}

/**
 * How work orders take obligations up, each by itself. They are read where their agreement is; they are reported by the
 * party that promised, and follow no order.
 */
export const takenUpObligations: TakenUp<ReadContext, TransactionContext> = {
  linkable: async (ctx, asked) =>
    (await linkableObligations(ctx, asked)).map((row) => ({ ...row, page: pageOf(row.agreementId) })),
  cards: async ({ database }, ids) => {
    const where = { id: { in: [...ids] } };
    const rows = await database.read.obligation.findMany({ where, select: cardColumns });
    return rows.map(({ id, text, agreementId, agreement }) => ({
      ...{
        id,
        title: text,
        areaId: agreement.areaId,
        askedBy: agreement.createdBy,
        page: pageOf(agreementId),
      },
      reads: (actor) => mayReadAgreement(actor, agreement),
    }));
  },
  words: async ({ database }, id) => {
    const row = await database.read.obligation.findUnique({ where: { id }, select: cardColumns });
    if (!row) return null;
    const { text, agreement } = row;
    return {
      ...{ title: agreement.title, body: text, category: 'other', areaId: agreement.areaId },
      ...{ latitude: null, longitude: null, place: null },
      reads: (actor) => mayReadAgreement(actor, agreement),
    };
  },
  begin: (ctx, { id }) => ensureObligationHolds(ctx, id),
};
