import type { ReadContext } from '../../context';
import type { Found } from '../../known-subjects';
import { proposalCards } from './proposal-list.query.server';
import { bestFound } from '~/platform/db/search';

const most = 40;
/** Found no longer, though its page may be read. */
const gone = ['withdrawn', 'merged'];

/** Proposals that hold the words, as anyone may read them, whoever searches; best first. */
export async function searchProposals(ctx: ReadContext, query: string): Promise<Found[]> {
  const visitor: ReadContext = { ...ctx, actor: { kind: 'visitor' } };
  const found = await bestFound(ctx.database, { kind: 'proposal', query, most }, async (ids) =>
    (await proposalCards(visitor, ids)).filter((card) => !gone.includes(card.state)),
  );
  return found.map(({ id, title, areaId, publishedAt }) => ({
    ...{ kind: 'proposal', id, title, areaId },
    at: publishedAt,
  }));
}
