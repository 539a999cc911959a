import type { ReadContext } from '../../context';
import { proposalLifecycle } from '../lifecycle';
import { statesBefore } from '~/lib/lifecycle';
import { within } from '~/platform/db/lists/area-scope';
import { holding } from '~/platform/db/lists/holding-text';

/** Proposals of an area that may hang on a work order: by words of the title, or by id; the newest first. */
export async function linkableProposals(
  ctx: ReadContext,
  asked: { areaId: string; words: string; id: string | undefined },
) {
  return ctx.database.read.proposal.findMany({
    where: {
      areaId: within(asked.areaId),
      state: { in: [...statesBefore(proposalLifecycle, 'start'), 'implementing'] },
      hiddenAt: null,
      ...(asked.id
        ? { id: asked.id }
        : await holding(ctx.database, { table: 'Proposal', column: 'title', words: asked.words })),
    },
    orderBy: { id: 'desc' },
    take: 10,
    select: { id: true, title: true, areaId: true, state: true },
  });
}
