import type { ReadContext } from '../context';
import { within } from '~/platform/db/lists/area-scope';
import { listPage } from '~/platform/db/lists/list-page';

const pageSize = 20;
const newestFirst = { unique: 'id', direction: 'desc' } as const;

export interface CouncilFilter {
  areaId?: string | undefined;
  cursor?: string | undefined;
  /** Those to which the actor was invited, or which they audit. */
  mine?: boolean;
}

/** One page of the councils, the newest first; everyone may read each. */
export function listCouncils(ctx: ReadContext, { areaId, cursor, mine = false }: CouncilFilter) {
  const { actor } = ctx;
  const own =
    mine && actor.kind === 'person'
      ? {
          OR: [
            { candidates: { some: { personId: actor.personId } } },
            { auditors: { some: { personId: actor.personId } } },
          ],
        }
      : {};
  return listPage({ order: newestFirst, cursor, size: pageSize }, ({ behind, ...page }) =>
    ctx.database.read.council.findMany({
      where: { AND: [own, behind], ...(areaId ? { areaId: within(areaId) } : {}) },
      ...page,
      select: { id: true, title: true, areaId: true, state: true, seats: true, volunteersUntil: true },
    }),
  );
}
