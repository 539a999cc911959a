import type { Context } from '../context';
import { within } from '~/platform/db/area-scope';
import { searchText } from '~/platform/db/search';

const pageSize = 20;
const mostHits = 200;

export interface ProposalFilter {
  query?: string | undefined;
  areaId?: string | undefined;
  state?: string | undefined;
  category?: string | undefined;
  sort?: 'newest' | 'endorsed' | undefined;
  /** `id` for newest, `count:id` for most endorsed. */
  cursor?: string | undefined;
}

const cardColumns = {
  id: true,
  title: true,
  category: true,
  areaId: true,
  state: true,
  endorsementCount: true,
  commentCount: true,
  threshold: true,
  deadlineAt: true,
  publishedAt: true,
} as const;

function after(filter: ProposalFilter) {
  if (!filter.cursor) return {};
  if (filter.sort !== 'endorsed') return { id: { lt: filter.cursor } };
  const [count = '', id = ''] = filter.cursor.split(':');
  const endorsementCount = Number(count);
  if (!Number.isInteger(endorsementCount)) return {};
  return { OR: [{ endorsementCount: { lt: endorsementCount } }, { endorsementCount, id: { lt: id } }] };
}

/** One page of published proposals with the cursor of the next. */
export async function listProposals(ctx: Context, filter: ProposalFilter) {
  const hits = filter.query
    ? await searchText(ctx.database, { kind: 'proposal', query: filter.query, areaId: filter.areaId, limit: mostHits })
    : null;
  const rows = await ctx.database.read.proposal.findMany({
    where: {
      AND: [
        { state: filter.state ? filter.state : { not: 'draft' }, hiddenAt: null },
        ...(filter.state === 'draft' ? [{ id: '' }] : []),
        ...(filter.areaId ? [{ areaId: within(filter.areaId) }] : []),
        ...(filter.category ? [{ category: filter.category }] : []),
        ...(hits ? [{ id: { in: hits } }] : []),
        after(filter),
      ],
    },
    orderBy: filter.sort === 'endorsed' ? [{ endorsementCount: 'desc' }, { id: 'desc' }] : { id: 'desc' },
    take: pageSize + 1,
    select: cardColumns,
  });
  const items = rows.slice(0, pageSize);
  const last = items.at(-1);
  const cursor = last && (filter.sort === 'endorsed' ? `${last.endorsementCount}:${last.id}` : last.id);
  return { items, next: rows.length > pageSize && cursor ? cursor : null };
}

export type ProposalCard = Awaited<ReturnType<typeof listProposals>>['items'][number];

/** The actor's own proposals, drafts included. */
export async function ownProposals(ctx: Context, personId: string) {
  return ctx.database.read.proposal.findMany({
    where: { authorId: personId },
    orderBy: { id: 'desc' },
    take: 50,
    select: cardColumns,
  });
}

/** Proposals by id, for pages that link to them. */
export async function proposalCards(ctx: Context, ids: readonly string[]): Promise<ProposalCard[]> {
  return ctx.database.read.proposal.findMany({ where: { id: { in: [...ids] } }, select: cardColumns });
}

/** The proposals under review in an area and below: what a ballot may be called over. */
export async function reviewedProposals(ctx: Context, areaIds: readonly string[]): Promise<ProposalCard[]> {
  if (areaIds.length === 0) return [];
  return ctx.database.read.proposal.findMany({
    where: { state: 'review', hiddenAt: null, OR: areaIds.map((areaId) => ({ areaId: within(areaId) })) },
    orderBy: { id: 'desc' },
    take: 100,
    select: cardColumns,
  });
}
