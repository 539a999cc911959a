import type { Context } from '../context';
import { openAndCloseDueBallots } from './due-ballots.server';

/** Work of this subject that the worker does on a schedule. */
export const ballotJobs = {
  'ballots.due': { everySeconds: 5, run: (ctx: Context) => openAndCloseDueBallots(ctx) },
};
