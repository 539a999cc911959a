import type { ReadContext } from '../context';
import type { Actor } from '../actor';
import { feedbackCards } from '../feedback/index.server';
import { proposalCards } from '../proposals/index.server';
import { readableOrders } from '../workorders/index.server';
import { searchText } from '~/platform/db/search';
import { holding } from '~/platform/db/holding-text';

export const searchedKinds = ['proposal', 'feedback', 'work-order'] as const;
export type SearchedKind = (typeof searchedKinds)[number];

export interface Found {
  kind: SearchedKind;
  id: string;
  title: string;
}

const mostOfAKind = 40;
/** Found no longer, though its page may be read. */
const gone = ['withdrawn', 'merged'];

/** Matters are found as anyone may read them, whoever searches. */
const anyone: Actor = { kind: 'visitor' };

async function proposals(ctx: ReadContext, query: string): Promise<Found[]> {
  const ids = await searchText(ctx.database, { kind: 'proposal', query, limit: mostOfAKind });
  const cards = (await proposalCards(ctx, ids)).filter((card) => !gone.includes(card.state));
  return inOrder(ids, cards).map(({ id, title }) => ({ kind: 'proposal', id, title }));
}

async function feedback(ctx: ReadContext, query: string): Promise<Found[]> {
  const ids = await searchText(ctx.database, { kind: 'feedback', query, limit: mostOfAKind });
  const cards = await feedbackCards(ctx, ids);
  return inOrder(ids, cards).map(({ id, title }) => ({ kind: 'feedback', id, title }));
}

/** Orders are found by their number, their official number, or by words of their title. */
async function workOrders(ctx: ReadContext, query: string): Promise<Found[]> {
  const rows = await ctx.database.read.workOrder.findMany({
    where: {
      AND: readableOrders(ctx.actor),
      OR: [
        { number: query },
        { externalNumber: query },
        await holding(ctx.database, { table: 'WorkOrder', column: 'title', words: query }),
      ],
    },
    orderBy: { id: 'desc' },
    take: mostOfAKind,
    select: { id: true, title: true, number: true },
  });
  return rows.map(({ id, title, number }) => ({ kind: 'work-order', id, title: `${title} · ${number}` }));
}

function inOrder<Card extends { id: string }>(ids: readonly string[], cards: readonly Card[]): Card[] {
  return ids.flatMap((id) => cards.filter((card) => card.id === id));
}

/** Public proposals and feedback, and the orders that the actor may read, that hold the words; best first in each kind. */
export async function searchEverything(ctx: ReadContext, query: string): Promise<Found[]> {
  if (query === '') return [];
  const open = { ...ctx, actor: anyone };
  return (await Promise.all([proposals(open, query), feedback(open, query), workOrders(ctx, query)])).flat();
}
