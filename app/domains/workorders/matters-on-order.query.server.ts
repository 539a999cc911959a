import { obligationCards } from '../agreements/index.server';
import type { Actor } from '../actor';
import type { ReadContext } from '../context';
import { picturesOfMany } from '../files/index.server';
import { feedbackFactColumns, feedbackFacts } from '../feedback/index.server';
import { mayReadFeedback } from '../feedback/policy';
import { proposalFactColumns } from '../proposals/index.server';
import { mayReadProposal } from '../proposals/policy';

export interface MatterLink {
  subjectKind: string;
  subjectId: string;
}

const visitor: Actor = { kind: 'visitor' };

const idsOf = (links: readonly MatterLink[], kind: string): string[] =>
  links.filter((link) => link.subjectKind === kind).map((link) => link.subjectId);

/** So many matters bring their pictures along; the others have theirs on their own pages. */
const mostPictured = 10;

/** What those who asked have photographed, by `kind:id`. */
function photographed(ctx: ReadContext, shown: readonly { id: string }[]) {
  const ids = shown.slice(0, mostPictured).map(({ id }) => id);
  return picturesOfMany(ctx, ['feedback', 'proposal'], ids);
}

/**
 * What hangs on an order, as far as the actor may read it; of the rest only how many there are. `confidential` says
 * that something hangs there that not everyone may read.
 */
export async function mattersOn(ctx: ReadContext, links: readonly MatterLink[]) {
  const [proposals, feedback, obligations] = await Promise.all([
    ctx.database.read.proposal.findMany({
      where: { id: { in: idsOf(links, 'proposal') } },
      select: proposalFactColumns,
    }),
    ctx.database.read.feedback.findMany({
      where: { id: { in: idsOf(links, 'feedback') } },
      select: feedbackFactColumns,
    }),
    obligationCards(ctx, idsOf(links, 'obligation')),
  ]);
  const asked = [
    ...proposals.map((row) => ({
      ...{ kind: 'proposal' as const, id: row.id, title: row.title, page: { kind: 'proposal', id: row.id } },
      reads: (actor: Actor) => mayReadProposal(actor, row).allowed,
    })),
    ...feedback.map(feedbackFacts).map((row) => ({
      ...{ kind: 'feedback' as const, id: row.id, title: row.title, page: { kind: 'feedback', id: row.id } },
      reads: (actor: Actor) => mayReadFeedback(actor, row).allowed,
    })),
    ...obligations.map(({ id, text, agreementId, isOpen }) => ({
      ...{ kind: 'obligation' as const, id, title: text, page: { kind: 'agreement', id: agreementId } },
      reads: () => isOpen,
    })),
  ];
  const shown = asked.filter(({ reads }) => reads(ctx.actor));
  const pictures = await photographed(ctx, shown);
  return {
    shown: shown.map(({ kind, id, title, page }) => ({
      ...{ kind, id, title, page },
      pictures: pictures[`${kind}:${id}`] ?? [],
    })),
    hidden: links.length - shown.length,
    confidential: asked.some(({ reads }) => !reads(visitor)),
  };
}
