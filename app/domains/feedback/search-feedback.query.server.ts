import type { ReadContext } from '../context';
import type { Found } from '../known-subjects';
import { feedbackCards } from './feedback.query.server';
import { searchText } from '~/platform/db/search';

const most = 40;

/** Feedback that holds the words, as anyone may read it, whoever searches; best first. */
export async function searchFeedback(ctx: ReadContext, query: string): Promise<Found[]> {
  const ids = await searchText(ctx.database, { kind: 'feedback', query, limit: most });
  const cards = await feedbackCards({ ...ctx, actor: { kind: 'visitor' } }, ids);
  return ids.flatMap((id) =>
    cards.flatMap((card) => (card.id === id ? [{ kind: 'feedback', id, title: card.title }] : [])),
  );
}
