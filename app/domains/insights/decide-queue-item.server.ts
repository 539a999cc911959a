import type { Context } from '../context';
import { decideReportedComment } from '../deliberation/index.server';
import { DomainError } from '../domain-error';
import { decideFeedback, decideReportedFeedback } from '../feedback/index.server';
import { decideResidence } from '../identity/index.server';
import { queueItem } from '../moderation/index.server';
import { decideStatement } from '../opinions/index.server';
import { decideOrganisation } from '../organisations/index.server';
import { answerProposal, decideReportedProposal } from '../proposals/index.server';

export interface QueueVerdict {
  id: string;
  /** What is asked for is granted: a report approved hides what it names. */
  approve: boolean;
  reason: string;
}

interface Decided {
  subjectKind: string;
  subjectId: string;
}

function decideReport(
  ctx: Context,
  { subjectKind, subjectId }: Decided,
  { approve: hide, reason }: QueueVerdict,
) {
  if (subjectKind === 'comment') return decideReportedComment(ctx, { commentId: subjectId, hide, reason });
  if (subjectKind === 'feedback') return decideReportedFeedback(ctx, { feedbackId: subjectId, hide, reason });
  if (subjectKind === 'proposal') return decideReportedProposal(ctx, { proposalId: subjectId, hide, reason });
  throw new DomainError('invalid', { reason: 'moderation.decide-on-page' });
}

/**
 * Decides one matter of the moderators' queue by the use case of its subject, which checks who may.
 * Throws `conflict` where somebody has decided already, `invalid` where the matter wants more than yes or no.
 */
export async function decideQueueItem(ctx: Context, verdict: QueueVerdict): Promise<void> {
  const item = await queueItem(ctx, verdict.id);
  if (item.state !== 'open') throw new DomainError('conflict', { reason: 'already-decided' });
  const { approve, reason } = verdict;
  switch (item.kind) {
    case 'residence-verification':
      return decideResidence(ctx, { id: item.subjectId, confirm: approve, reason });
    case 'organisation-verification':
      return decideOrganisation(ctx, { organisationId: item.subjectId, verify: approve, reason });
    case 'feedback':
      return decideFeedback(ctx, item.subjectId, { act: approve ? 'answer' : 'refuse', words: reason });
    case 'threshold-reached':
      return answerProposal(ctx, item.subjectId, { decision: approve ? 'adopt' : 'decline', answer: reason });
    case 'statement':
      return decideStatement(ctx, { statementId: item.subjectId, accept: approve, reason });
    case 'report':
      return decideReport(ctx, item, verdict);
    default:
      throw new DomainError('invalid', { reason: 'moderation.decide-on-page' });
  }
}

export interface BulkOutcome {
  decided: number;
  /** What was refused, with why. */
  refused: { id: string; error: DomainError }[];
}

/** Wants a look at what is sealed, which is on record: never decided among others. */
const neverInBulk = ['residence-verification'];

/**
 * Decides several matters, each by itself: one that is refused holds up no other. Residence is refused here: a
 * moderator opens each request and reads its address.
 */
export async function decideQueueItems(
  ctx: Context,
  verdicts: readonly QueueVerdict[],
): Promise<BulkOutcome> {
  const outcome: BulkOutcome = { decided: 0, refused: [] };
  for (const verdict of verdicts) {
    try {
      if (neverInBulk.includes((await queueItem(ctx, verdict.id)).kind))
        throw new DomainError('invalid', { reason: 'identity.open-first' });
      await decideQueueItem(ctx, verdict);
      outcome.decided += 1;
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      outcome.refused.push({ id: verdict.id, error });
    }
  }
  return outcome;
}
