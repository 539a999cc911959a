import type { Context } from '../context';
import { decideReportedComment } from '../deliberation/index.server';
import { DomainError } from '../domain-error';
import { decideReportedFeedback } from '../feedback/index.server';
import { decideReportedProposal } from '../proposals/index.server';

/** A moderator shows again what was hidden, with the reason; nobody has to report it first. */
export async function showAgain(
  ctx: Context,
  input: { subjectKind: string; subjectId: string; reason: string },
): Promise<void> {
  const { subjectKind, subjectId, reason } = input;
  const decision = { hide: false, reason, again: true };
  if (subjectKind === 'comment') return decideReportedComment(ctx, { commentId: subjectId, ...decision });
  if (subjectKind === 'feedback') return decideReportedFeedback(ctx, { feedbackId: subjectId, ...decision });
  if (subjectKind === 'proposal') return decideReportedProposal(ctx, { proposalId: subjectId, ...decision });
  throw new DomainError('not-found');
}
