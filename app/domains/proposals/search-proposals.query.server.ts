import type { ReadContext } from '../context';
import type { Found } from '../known-subjects';
import { proposalCards } from './proposal-list.query.server';
import { searchText } from '~/platform/db/search';

const most = 40;
/** Found no longer, though its page may be read. */
const gone = ['withdrawn', 'merged'];

/** Proposals that hold the words, as anyone may read them, whoever searches; best first. */
export async function searchProposals(ctx: ReadContext, query: string): Promise<Found[]> {
  const ids = await searchText(ctx.database, { kind: 'proposal', query, limit: most });
  const cards = await proposalCards({ ...ctx, actor: { kind: 'visitor' } }, ids);
  const found = cards.filter((card) => !gone.includes(card.state));
  return ids.flatMap((id) =>
    found.flatMap((card) => (card.id === id ? [{ kind: 'proposal', id, title: card.title }] : [])),
  );
}
