import { DomainError } from '../../domain-error';
import type { CouncilLottery } from '../rules/draw-council';
import type { NoPanel } from '../rules/quota-conflicts/explain-no-panel';
import { reckonCouncil } from '../rules/reckon-council';
import type { CouncilToReckon } from '../rules/reckon-council';
import { ThreadTookTooLong, runInThread } from '~/platform/threads/run-in-thread.server';

/** Longer than any council of the tests by far: whoever presses does not wait for ever, and neither does a core. */
const longestMilliseconds = 5 * 60_000;

/** Threads that reckon at once in this process: the others of its cores answer pages. */
const mostAtOnce = 2;

const reckoned = new Set<string>();

/**
 * Chances and list, or why there is no panel; in a thread, so that the site goes on. Of each council one reckoning at a
 * time, of all together a few. Throws `conflict`, `busy` or `unavailable`, each with what to do.
 */
export async function reckon(councilId: string, given: CouncilToReckon): Promise<CouncilLottery | NoPanel> {
  if (reckoned.has(councilId)) throw new DomainError('conflict', { reason: 'councils.reckoned-already' });
  if (reckoned.size >= mostAtOnce) throw new DomainError('busy', { reason: 'councils.others-reckoned' });
  reckoned.add(councilId);
  try {
    return await runInThread(
      { entry: 'draw-council', longestMilliseconds },
      () => ({ task: 'reckon', given }),
      () => reckonCouncil(given),
    );
  } catch (error) {
    if (error instanceof ThreadTookTooLong)
      throw new DomainError('unavailable', { reason: 'councils.reckoned-too-long' });
    throw error;
  } finally {
    reckoned.delete(councilId);
  }
}
