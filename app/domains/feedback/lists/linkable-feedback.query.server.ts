import type { ReadContext } from '../../context';
import { misconduct } from '../kinds';
import { feedbackLifecycle } from '../lifecycle';
import { statesBefore } from '~/lib/lifecycle';
import { within } from '~/platform/db/lists/area-scope';
import { holding } from '~/platform/db/lists/holding-text';

/** Feedback of an area that may hang on a work order: by words of its title, or by its id; the newest first. */
export async function linkableFeedback(
  ctx: ReadContext,
  asked: { areaId: string; words: string; id: string | undefined },
) {
  return ctx.database.read.feedback.findMany({
    where: {
      areaId: within(asked.areaId),
      state: { in: [...statesBefore(feedbackLifecycle, 'dispatch'), 'dispatched'] },
      hiddenAt: null,
      // Its title is nobody's to see who looks for something to hang on an order.
      kind: { not: misconduct },
      ...(asked.id
        ? { id: asked.id }
        : await holding(ctx.database, { table: 'Feedback', column: 'title', words: asked.words })),
    },
    orderBy: { id: 'desc' },
    take: 10,
    select: { id: true, title: true, areaId: true, state: true },
  });
}
