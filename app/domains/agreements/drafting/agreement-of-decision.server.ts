import type { TransactionContext } from '../../context';
import { isPublicProposal } from '../../proposals/index.server';
import { writeDraft } from './draft-agreement.server';
import { fieldOf } from '../rules/obligation-rows';
import { agreementSchema } from '../schema';
import { dayIn } from '~/lib/time/days';

export interface DecidedAgreement {
  title: string;
  text: string;
  areaId: string;
  /** The first drafts it: the one for which the actor acts. */
  partyIds: string[];
  /** What the decision was about, where that is a proposal. */
  proposalId: string | null;
  /** Who is to do what was decided, and by when. */
  promised: { organisationId: string; what: string; dueAt: Date | null } | null;
}

/**
 * Drafts an agreement of what was decided elsewhere on the portal, between those whom it concerns; they go on with it as
 * with any draft. Throws `forbidden` unless the actor acts for one of them.
 */
export async function agreementOfDecision(
  ctx: TransactionContext,
  decided: DecidedAgreement,
): Promise<string> {
  const { title, text, areaId, partyIds, proposalId, promised } = decided;
  const isOpen = proposalId !== null && (await isPublicProposal(ctx, proposalId));
  const due = promised?.dueAt && promised.dueAt > ctx.clock.now() ? promised.dueAt : null;
  const input = agreementSchema.parse({
    ...{ title, body: text, areaId, partyIds, proposalId: isOpen ? proposalId : '' },
    ...(promised && {
      [fieldOf('party', 1)]: promised.organisationId,
      [fieldOf('what', 1)]: promised.what,
      [fieldOf('due', 1)]: due ? dayIn(due, ctx.configuration.timeZone) : '',
    }),
  });
  return writeDraft(ctx, input);
}
