import type { ReadContext } from '../../context';
import { feedbackLifecycle } from '../lifecycle';

/** States in which somebody still works on it. */
const atWork = ['submitted', 'dispatched'];
const ended = feedbackLifecycle.states.filter((state) => !atWork.includes(state));

/** Of the feedback with these ids, what ended before the instant and was not taken up again since. */
export async function endedFeedback(
  ctx: ReadContext,
  ids: readonly string[],
  before: Date,
): Promise<Set<string>> {
  const rows = await ctx.database.read.feedback.findMany({
    where: { id: { in: [...ids] }, state: { in: ended }, updatedAt: { lt: before } },
    select: { id: true },
  });
  return new Set(rows.map(({ id }) => id));
}
