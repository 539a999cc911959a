import type { Context } from '../context';
import { inTransaction } from '../in-transaction.server';
import { DomainError, ensure } from '../domain-error';
import { appendEvent } from '../ledger/index.server';
import { agreementEvents } from './events';
import { mayReportObligation } from './policy';

/** The party that promised reports its obligation as met. */
export async function meetObligation(
  ctx: Context,
  obligationId: string,
  report: string,
): Promise<{ agreementId: string }> {
  return inTransaction(ctx, async (ctx) => {
    const obligation = await ctx.prisma.obligation.findUnique({
      where: { id: obligationId },
      include: { agreement: { include: { parties: true } } },
    });
    if (!obligation) throw new DomainError('not-found');
    const { agreement } = obligation;
    ensure(mayReportObligation(ctx.actor, { ...obligation, agreementState: agreement.state }));
    const met = await ctx.prisma.obligation.updateMany({
      where: { id: obligationId, state: 'open' },
      data: { state: 'done', report, doneAt: ctx.clock.now() },
    });
    if (met.count === 0) throw new DomainError('conflict', { reason: 'already-decided' });
    await appendEvent(ctx, agreementEvents, {
      type: 'obligation.done',
      subjectKind: 'agreement',
      subjectId: agreement.id,
      areaId: agreement.areaId,
      publicData: { title: agreement.title, obligation: obligation.text, proposalId: agreement.proposalId },
      privateData: { partyIds: agreement.parties.map((party) => party.organisationId) },
    });
    return { agreementId: agreement.id };
  });
}
