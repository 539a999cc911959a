import type { ReadContext } from '../../context';
import type { PlacedKind } from '../../known-subjects';
import { proposalStages } from '../stages';
import { publicProposals } from '../visibility';
import { placedPage, placedWhere, withPlaces } from '~/platform/db/lists/placed-rows';

/** Proposals with a place, as anyone may read them, whoever asks. */
export const placedProposals: PlacedKind<ReadContext> = {
  stages: proposalStages,
  matters: async ({ database }, asked) => {
    const where = { AND: [publicProposals, placedWhere(asked)] };
    const rows = await database.read.proposal.findMany({ where, ...placedPage(asked) });
    return withPlaces(rows).map((row) => ({ ...row, standsFor: [] }));
  },
};
