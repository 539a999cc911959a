import type { Context } from '../context';
import { feedbackCards } from '../feedback/index.server';
import { proposalCards } from '../proposals/index.server';
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
const drafted = ['draft', 'withdrawn', 'merged'];

async function proposals(ctx: Context, query: string): Promise<Found[]> {
  const ids = await searchText(ctx.database, { kind: 'proposal', query, limit: mostOfAKind });
  const cards = (await proposalCards(ctx, ids)).filter(
    (card) => !drafted.includes(card.state) && card.hiddenAt === null,
  );
  return inOrder(ids, cards).map(({ id, title }) => ({ kind: 'proposal', id, title }));
}

async function feedback(ctx: Context, query: string): Promise<Found[]> {
  const ids = await searchText(ctx.database, { kind: 'feedback', query, limit: mostOfAKind });
  const cards = (await feedbackCards(ctx, ids)).filter((card) => card.isPublic && card.hiddenAt === null);
  return inOrder(ids, cards).map(({ id, title }) => ({ kind: 'feedback', id, title }));
}

/** Orders are found by their number, their official number, or by words of their title. */
async function workOrders(ctx: Context, query: string): Promise<Found[]> {
  const rows = await ctx.database.read.workOrder.findMany({
    where: {
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

/** Public proposals, feedback and work orders that hold the words, best first within each kind. */
export async function searchEverything(ctx: Context, query: string): Promise<Found[]> {
  if (query === '') return [];
  return (await Promise.all([proposals(ctx, query), feedback(ctx, query), workOrders(ctx, query)])).flat();
}
