import type { ReadContext } from '../../context';
import type { Found } from '../../known-subjects';
import { feedbackCards } from '../feedback.query.server';
import { readableFeedback } from '../visibility';
import { bestFound } from '~/platform/db/search';

const most = 40;

/** What people quote on the phone. */
const numberForm = /^SQ[0-9A-Z]{10,}$/i;

/** By its number: what the searcher may read, public or not. */
async function numbered(ctx: ReadContext, number: string) {
  return ctx.database.read.feedback.findMany({
    where: { AND: readableFeedback(ctx.actor), number: number.toUpperCase() },
    select: { id: true, title: true, areaId: true, createdAt: true },
  });
}

/** Feedback that holds the words, as anyone may read it, whoever searches, best first; or has the number that is asked. */
export async function searchFeedback(ctx: ReadContext, query: string): Promise<Found[]> {
  const visitor: ReadContext = { ...ctx, actor: { kind: 'visitor' } };
  const found = numberForm.test(query)
    ? await numbered(ctx, query)
    : await bestFound(ctx.database, { kind: 'feedback', query, most }, (ids) => feedbackCards(visitor, ids));
  return found.map(({ id, title, areaId, createdAt }) => ({
    ...{ kind: 'feedback', id, title, areaId },
    at: createdAt,
  }));
}
