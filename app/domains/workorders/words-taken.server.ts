import type { Actor } from '../actor';
import { mayReadFeedback } from '../feedback/policy';
import { mayReadProposal } from '../proposals/policy';
import { sharesWords } from './rules/shares-words';
import type { Transaction } from '~/platform/db/database.server';

interface Subject {
  kind: string;
  id: string;
}

export interface WordsTaken {
  wordsOfFeedbackId?: string | null;
  wordsOfProposalId?: string | null;
}

const visitor: Actor = { kind: 'visitor' };

/** The matter's words, and whether anyone may read them. */
async function matterOf(tx: Transaction, { kind, id }: Subject) {
  if (kind === 'feedback') {
    const row = await tx.prisma.feedback.findUnique({ where: { id } });
    return row && { title: row.title, text: row.body, open: mayReadFeedback(visitor, row).allowed };
  }
  if (kind !== 'proposal') return null;
  const row = await tx.prisma.proposal.findUnique({ where: { id } });
  return row && { title: row.title, text: row.body, open: mayReadProposal(visitor, row).allowed };
}

const columnOf = ({ kind, id }: Subject): WordsTaken =>
  kind === 'feedback' ? { wordsOfFeedbackId: id } : { wordsOfProposalId: id };

/**
 * Of which matter the words of a new order are: the columns that close the order where that may not be read. Those of
 * a public matter are taken over as a rule, and closed with it should it be hidden; those of one that is not public are
 * the order's own, unless they are the same after all.
 */
export async function wordsTaken(
  tx: Transaction,
  subject: Subject,
  order: { title: string; description: string },
): Promise<WordsTaken> {
  const matter = await matterOf(tx, subject);
  if (!matter) return {};
  const same = matter.open || sharesWords({ title: order.title, text: order.description }, matter);
  return same ? columnOf(subject) : {};
}

/** The same for a part that leaves an order: it stays closed as that was, and is closed by what leaves with it. */
export async function wordsTakenBySplit(
  tx: Transaction,
  given: {
    from: WordsTaken;
    leaving: readonly { subjectKind: string; subjectId: string }[];
    title: string;
    description: string;
  },
): Promise<WordsTaken> {
  const { wordsOfFeedbackId, wordsOfProposalId } = given.from;
  let taken: WordsTaken = { wordsOfFeedbackId, wordsOfProposalId };
  for (const { subjectKind: kind, subjectId: id } of given.leaving) {
    const matter = await matterOf(tx, { kind, id });
    if (matter && !matter.open && sharesWords({ title: given.title, text: given.description }, matter))
      taken = { ...taken, ...columnOf({ kind, id }) };
  }
  return taken;
}
