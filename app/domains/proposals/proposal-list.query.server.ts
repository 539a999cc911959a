import type { ReadContext } from '../context';
import { publicProposals, readableProposals } from './visibility';
import { trailOf } from '~/lib/division-code';
import { within } from '~/platform/db/area-scope';
import { searchText } from '~/platform/db/search';

const pageSize = 20;
const mostHits = 200;

export const proposalSorts = ['newest', 'endorsed', 'deadline'] as const;
export type ProposalSort = (typeof proposalSorts)[number];

export interface ProposalFilter {
  query?: string | undefined;
  areaId?: string | undefined;
  state?: string | undefined;
  category?: string | undefined;
  sort?: ProposalSort | undefined;
  /** `id` for newest, `count:id` for most endorsed, `milliseconds:id` for nearest deadline. */
  cursor?: string | undefined;
}

const cardColumns = {
  id: true,
  hiddenAt: true,
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
  const [number = '', id = ''] = filter.cursor.split(':');
  const value = Number(number);
  if (filter.sort !== 'endorsed' && filter.sort !== 'deadline') return { id: { lt: filter.cursor } };
  if (!Number.isSafeInteger(value)) return {};
  if (filter.sort === 'endorsed') {
    return { OR: [{ endorsementCount: { lt: value } }, { endorsementCount: value, id: { lt: id } }] };
  }
  const deadlineAt = new Date(value);
  return Number.isNaN(deadlineAt.getTime())
    ? {}
    : { OR: [{ deadlineAt: { gt: deadlineAt } }, { deadlineAt, id: { gt: id } }] };
}

/** The order of each sorting; its last column is the id, so that no two rows are equal. */
const orders = {
  newest: { id: 'desc' },
  endorsed: [{ endorsementCount: 'desc' }, { id: 'desc' }],
  deadline: [{ deadlineAt: 'asc' }, { id: 'asc' }],
} as const;

function cursorOf(
  row: { id: string; endorsementCount: number; deadlineAt: Date | null },
  sort: ProposalSort,
): string {
  if (sort === 'endorsed') return `${row.endorsementCount}:${row.id}`;
  return sort === 'deadline' ? `${row.deadlineAt?.getTime() ?? 0}:${row.id}` : row.id;
}

function conditions(filter: ProposalFilter, hits: string[] | null) {
  return [
    publicProposals,
    { state: filter.state ? filter.state : { not: 'merged' } },
    ...(filter.sort === 'deadline' ? [{ deadlineAt: { not: null } }] : []),
    ...(filter.areaId ? [{ areaId: within(filter.areaId) }] : []),
    ...(filter.category ? [{ category: filter.category }] : []),
    ...(hits ? [{ id: { in: hits } }] : []),
    after(filter),
  ];
}

/** One page of published proposals with the cursor of the next. */
export async function listProposals(ctx: ReadContext, filter: ProposalFilter) {
  const hits = filter.query
    ? await searchText(ctx.database, {
        kind: 'proposal',
        query: filter.query,
        areaId: filter.areaId,
        limit: mostHits,
      })
    : null;
  const sort = filter.sort ?? 'newest';
  const rows = await ctx.database.read.proposal.findMany({
    where: { AND: conditions(filter, hits) },
    orderBy: [orders[sort]].flat(),
    take: pageSize + 1,
    select: cardColumns,
  });
  const items = rows.slice(0, pageSize);
  const last = items.at(-1);
  return { items, next: rows.length > pageSize && last ? cursorOf(last, sort) : null };
}

export type ProposalCard = Awaited<ReturnType<typeof listProposals>>['items'][number];

/** The actor's own proposals, drafts included. */
export async function ownProposals(ctx: ReadContext, personId: string) {
  return ctx.database.read.proposal.findMany({
    where: { authorId: personId },
    orderBy: { id: 'desc' },
    take: 50,
    select: cardColumns,
  });
}

/** Of the proposals with these ids what the actor may read, for pages that link to them. */
export async function proposalCards(ctx: ReadContext, ids: readonly string[]): Promise<ProposalCard[]> {
  return ctx.database.read.proposal.findMany({
    where: { AND: readableProposals(ctx.actor), id: { in: [...ids] } },
    select: cardColumns,
  });
}

/** What was made of statements of conversations, by anyone, once it is published. */
export async function proposalsOfStatements(ctx: ReadContext, statementIds: readonly string[]) {
  return ctx.database.read.proposal.findMany({
    where: { ...publicProposals, statementId: { in: [...statementIds] } },
    orderBy: { id: 'asc' },
    take: 100,
    select: { id: true, title: true },
  });
}

/** The proposals under review in an area and below: what a ballot may be called over. */
export async function reviewedProposals(
  ctx: ReadContext,
  areaIds: readonly string[],
): Promise<ProposalCard[]> {
  if (areaIds.length === 0) return [];
  return ctx.database.read.proposal.findMany({
    where: { ...publicProposals, state: 'review', OR: areaIds.map((areaId) => ({ areaId: within(areaId) })) },
    orderBy: { id: 'desc' },
    take: 100,
    select: cardColumns,
  });
}

/** The proposals around an organisation that people can work on together: what agreements and volunteering hang on. */
export async function organisationProposals(ctx: ReadContext, areaId: string): Promise<ProposalCard[]> {
  return ctx.database.read.proposal.findMany({
    where: {
      ...publicProposals,
      state: { in: ['review', 'voting', 'adopted', 'implementing'] },
      OR: [{ areaId: within(areaId) }, { areaId: { in: trailOf(areaId) } }],
    },
    orderBy: { id: 'desc' },
    take: 100,
    select: cardColumns,
  });
}

/** What came of proposals lately: those that are done or evaluated, newest proposal first. */
export async function recentResults(
  ctx: ReadContext,
  areaId: string | undefined,
  limit: number,
): Promise<ProposalCard[]> {
  return ctx.database.read.proposal.findMany({
    where: {
      ...publicProposals,
      state: { in: ['done', 'evaluated'] },
      ...(areaId ? { areaId: within(areaId) } : {}),
    },
    orderBy: { id: 'desc' },
    take: limit,
    select: cardColumns,
  });
}
