import type { ReadContext } from '../../context';
import { publicProposals, readableProposals } from '../visibility';
import { trailOf } from '~/lib/geo/division-code';
import { within } from '~/platform/db/lists/area-scope';
import { listPage, newestFirst } from '~/platform/db/lists/list-page';
import { foundIds } from '~/platform/db/search';

const pageSize = 20;

export const proposalSorts = ['newest', 'endorsed', 'deadline'] as const;
export type ProposalSort = (typeof proposalSorts)[number];

export interface ProposalFilter {
  query?: string | undefined;
  areaId?: string | undefined;
  state?: string | undefined;
  category?: string | undefined;
  sort?: ProposalSort | undefined;
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

const byEndorsements = {
  unique: 'id',
  direction: 'desc',
  column: 'endorsementCount',
  kind: 'number',
} as const;
const byDeadline = { unique: 'id', direction: 'asc', column: 'deadlineAt', kind: 'time' } as const;

function conditions(filter: ProposalFilter, hits: string[] | null) {
  return [
    publicProposals,
    { state: filter.state ? filter.state : { not: 'merged' } },
    ...(filter.sort === 'deadline' ? [{ deadlineAt: { not: null } }] : []),
    ...(filter.areaId ? [{ areaId: within(filter.areaId) }] : []),
    ...(filter.category ? [{ category: filter.category }] : []),
    ...(hits ? [{ id: { in: hits } }] : []),
  ];
}

/** One page of published proposals with the cursor of the next. */
export async function listProposals(ctx: ReadContext, filter: ProposalFilter) {
  const hits = filter.query ? await foundIds(ctx.database, { kind: 'proposal', query: filter.query }) : null;
  const { proposal } = ctx.database.read;
  const where = conditions(filter, hits);
  const asked = { cursor: filter.cursor, size: pageSize };
  if (filter.sort === 'endorsed')
    return listPage({ ...asked, order: byEndorsements }, ({ behind, ...page }) =>
      proposal.findMany({ where: { AND: [...where, behind] }, ...page, select: cardColumns }),
    );
  if (filter.sort === 'deadline')
    return listPage({ ...asked, order: byDeadline }, ({ behind, ...page }) =>
      proposal.findMany({ where: { AND: [...where, behind] }, ...page, select: cardColumns }),
    );
  return listPage({ ...asked, order: newestFirst }, ({ behind, ...page }) =>
    proposal.findMany({ where: { AND: [...where, behind] }, ...page, select: cardColumns }),
  );
}

export type ProposalCard = Awaited<ReturnType<typeof listProposals>>['items'][number];

/** One page of the actor's own proposals, drafts included. */
export async function ownProposals(ctx: ReadContext, personId: string, cursor?: string) {
  return listPage({ order: newestFirst, cursor, size: pageSize }, ({ behind, ...page }) =>
    ctx.database.read.proposal.findMany({
      where: { AND: behind, authorId: personId },
      ...page,
      select: cardColumns,
    }),
  );
}

/** The actor's newest drafts, of which few are ever unfinished at once. */
export async function ownDrafts(ctx: ReadContext): Promise<{ id: string; title: string }[]> {
  if (ctx.actor.kind !== 'person') return [];
  return ctx.database.read.proposal.findMany({
    where: { authorId: ctx.actor.personId, state: 'draft' },
    orderBy: { id: 'desc' },
    take: 3,
    select: { id: true, title: true },
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

/**
 * The proposals around an organisation that people can work on together: what agreements and volunteering hang on. With
 * the one that is held or asked for, wherever it is and whatever became of it, as long as anyone may read it.
 */
export async function organisationProposals(
  ctx: ReadContext,
  { areaId, held }: { areaId: string; held: string | null },
): Promise<ProposalCard[]> {
  const offered = await ctx.database.read.proposal.findMany({
    where: {
      ...publicProposals,
      state: { in: ['review', 'voting', 'adopted', 'implementing'] },
      OR: [{ areaId: within(areaId) }, { areaId: { in: trailOf(areaId) } }],
    },
    orderBy: { id: 'desc' },
    take: 100,
    select: cardColumns,
  });
  if (!held || offered.some(({ id }) => id === held)) return offered;
  const where = { AND: publicProposals, id: held };
  const one = await ctx.database.read.proposal.findFirst({ where, select: cardColumns });
  return one ? [one, ...offered] : offered;
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
