import type { ReadContext } from '../../context';
import type { PlacedKind } from '../../known-subjects';
import { feedbackStages } from '../stages';
import { publicFeedback } from '../visibility';
import { placedPage, placedWhere, withPlaces } from '~/platform/db/lists/placed-rows';

/** Feedback with a place, as anyone may read it, whoever asks. */
export const placedFeedback: PlacedKind<ReadContext> = {
  stages: feedbackStages,
  matters: async ({ database }, asked) => {
    const where = { AND: [publicFeedback, placedWhere(asked)] };
    const rows = await database.read.feedback.findMany({ where, ...placedPage(asked) });
    return withPlaces(rows).map((row) => ({ ...row, standsFor: [] }));
  },
};
