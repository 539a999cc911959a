import { waitingForUs } from '../agreements/index.server';
import type { PersonContext } from '../define-subject.server';
import { waitingDecisionsOfUs, waitingSeatsOfUs } from '../meetings/index.server';
import type { Ask, WaitingForUs } from '../waiting';
import { unansweredMessages } from '../workorders/index.server';
import { byUrgency } from './rules/by-urgency';

const parts = {
  signing: ['sign', 'find-signatory'],
  drafts: ['answer-change', 'take-back-change', 'send-to-sign', 'leave-draft'],
  decisions: ['carry-out-decision'],
  letters: ['answer-words', 'answer-message', 'answer-invitation', 'approve-minutes'],
} as const satisfies Record<string, readonly Ask[]>;

export interface OrganisationDeskRows {
  signing: WaitingForUs[];
  drafts: WaitingForUs[];
  /** All else of agreements. */
  living: WaitingForUs[];
  /** What meetings decided. */
  decisions: WaitingForUs[];
  letters: WaitingForUs[];
}

/**
 * What waits today for the organisations for which the actor holds a mandate, beside their work with volunteers: the most
 * urgent first, each with who of the organisation may do it.
 */
export async function organisationDeskRows(ctx: PersonContext): Promise<OrganisationDeskRows> {
  const found = await Promise.all([
    waitingForUs(ctx),
    waitingSeatsOfUs(ctx),
    waitingDecisionsOfUs(ctx),
    unansweredMessages(ctx),
  ]);
  const rows = byUrgency(found.flat(), ctx.clock.now());
  const isOf = (part: readonly Ask[]) => (row: WaitingForUs) => part.includes(row.ask);
  const listed = Object.values(parts).flat() as Ask[];
  return {
    signing: rows.filter(isOf(parts.signing)),
    drafts: rows.filter(isOf(parts.drafts)),
    living: rows.filter(({ ask }) => !listed.includes(ask)),
    decisions: rows.filter(isOf(parts.decisions)),
    letters: rows.filter(isOf(parts.letters)),
  };
}
