import { obligationCard } from '../agreements/index.server';
import type { Actor } from '../actor';
import type { ReadContext } from '../context';
import { DomainError, ensure } from '../domain-error';
import { feedbackPage } from '../feedback/index.server';
import { mayReadFeedback } from '../feedback/policy';
import { proposalPage } from '../proposals/index.server';
import { mayReadProposal } from '../proposals/policy';
import { mayDispatch } from './policy';
import type { OrderSubject } from './order-subject';

const longestTitle = 80;
const longestDescription = 5000;

const visitor: Actor = { kind: 'visitor' };

/** The words of the matter, and whether anyone may read them. */
async function wordsOf(ctx: ReadContext, { kind, id }: OrderSubject) {
  if (kind === 'proposal') {
    const { proposal } = await proposalPage(ctx, id);
    return { ...proposal, open: mayReadProposal(visitor, proposal).allowed };
  }
  if (kind === 'feedback') {
    const { feedback } = await feedbackPage(ctx, id);
    return { ...feedback, open: mayReadFeedback(visitor, feedback).allowed };
  }
  const obligation = await obligationCard(ctx, id);
  if (!obligation) throw new DomainError('not-found');
  const { title, areaId } = obligation.agreement;
  return { title, body: obligation.text, category: 'other', areaId, open: obligation.isOpen };
}

/**
 * What a work order takes over from the matter that it is made of. From one that is not public it takes no words: the
 * order's page is public, so it gets words of its own, and the matter's stand in `confidential` to be read beside the
 * form. Throws where the actor may not dispatch there.
 */
export async function matterToOrder(ctx: ReadContext, subject: OrderSubject) {
  const { title, body, category, areaId, open } = await wordsOf(ctx, subject);
  ensure(mayDispatch(ctx.actor, areaId));
  return {
    ...subject,
    title: open ? title.slice(0, longestTitle) : '',
    description: open ? body.slice(0, longestDescription) : '',
    confidential: open ? null : { title, body },
    category,
    areaId,
  };
}
