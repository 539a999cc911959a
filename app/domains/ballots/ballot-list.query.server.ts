import type { ReadContext } from '../context';
import { readableBallots } from './visibility';
import { concerning, within } from '~/platform/db/lists/area-scope';
import { listPage, newestFirst } from '~/platform/db/lists/list-page';

const pageSize = 20;

export interface BallotListFilter {
  areaId?: string | undefined;
  /** Those of an area's people, too, that are held further up. */
  concerns?: string | undefined;
  state?: string | undefined;
  cursor?: string | undefined;
}

export interface BallotListItem {
  id: string;
  title: string;
  areaId: string;
  kind: string;
  standing: string;
  state: string;
  opensAt: Date;
  closesAt: Date;
  votedCount: number;
  electorateSize: number | null;
}

/** One page of ballots, newest first, with the cursor of the next page. */
export async function listBallots(ctx: ReadContext, filter: BallotListFilter) {
  return listPage(
    { order: newestFirst, cursor: filter.cursor, size: pageSize },
    ({ behind, ...page }): Promise<BallotListItem[]> =>
      ctx.database.read.ballot.findMany({
        where: {
          AND: [readableBallots, behind],
          ...(filter.areaId ? { areaId: within(filter.areaId) } : {}),
          ...(filter.concerns ? concerning(filter.concerns) : {}),
          ...(filter.state ? { state: filter.state } : {}),
        },
        ...page,
        select: listColumns,
      }),
  );
}

/** The ballots in which the proposal was or is an option, oldest first. */
export async function ballotsOfProposal(ctx: ReadContext, proposalId: string): Promise<BallotListItem[]> {
  return ctx.database.read.ballot.findMany({
    where: { AND: readableBallots, options: { some: { proposalId } } },
    orderBy: { id: 'asc' },
    select: listColumns,
  });
}

const listColumns = {
  id: true,
  title: true,
  areaId: true,
  kind: true,
  standing: true,
  state: true,
  opensAt: true,
  closesAt: true,
  votedCount: true,
  electorateSize: true,
} as const;
