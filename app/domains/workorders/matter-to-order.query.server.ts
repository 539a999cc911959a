import { obligationCard } from '../agreements/index.server';
import type { Context } from '../context';
import { DomainError, ensure } from '../domain-error';
import { feedbackPage } from '../feedback/index.server';
import { proposalPage } from '../proposals/index.server';
import { mayDispatch } from './policy';
import type { OrderSubject } from './register-work-order.server';

const longestTitle = 80;
const longestDescription = 5000;

async function wordsOf(ctx: Context, { kind, id }: OrderSubject) {
  if (kind === 'proposal') {
    const { title, body, category, areaId } = (await proposalPage(ctx, id)).proposal;
    return { title, body, category, areaId };
  }
  if (kind === 'feedback') {
    const { title, body, category, areaId } = (await feedbackPage(ctx, id)).feedback;
    return { title, body, category, areaId };
  }
  const obligation = await obligationCard(ctx, id);
  if (!obligation) throw new DomainError('not-found');
  const { title, areaId } = obligation.agreement;
  return { title, body: obligation.text, category: 'other', areaId };
}

/** What a work order takes over from the matter that it is made of. Throws where the actor may not dispatch there. */
export async function matterToOrder(ctx: Context, subject: OrderSubject) {
  const { title, body, category, areaId } = await wordsOf(ctx, subject);
  ensure(mayDispatch(ctx.actor, areaId));
  return {
    ...subject,
    title: title.slice(0, longestTitle),
    description: body.slice(0, longestDescription),
    category,
    areaId,
  };
}
