import type { ReadContext } from '../context';
import type { Found } from '../known-subjects';
import { feedbackCards } from './feedback.query.server';
import { bestFound } from '~/platform/db/search';

const most = 40;

/** Feedback that holds the words, as anyone may read it, whoever searches; best first. */
export async function searchFeedback(ctx: ReadContext, query: string): Promise<Found[]> {
  const visitor: ReadContext = { ...ctx, actor: { kind: 'visitor' } };
  const found = await bestFound(ctx.database, { kind: 'feedback', query, most }, (ids) =>
    feedbackCards(visitor, ids),
  );
  return found.map(({ id, title, areaId, createdAt }) => ({
    ...{ kind: 'feedback', id, title, areaId },
    at: createdAt,
  }));
}
