import { detachAll } from '../files/index.server';
import { official, officials, stays, treated } from '../held-on-persons';
import type { HeldOnPersons } from '../held-on-persons';
import { kept } from '../held-terms';

export const heldInProposals: HeldOnPersons = {
  models: {
    Proposal: {
      authorId: treated('drafts are deleted; what was published stays without the name'),
      answeredBy: official,
    },
    ProposalVersion: { editedBy: stays('versions of what was published stay readable') },
    Endorsement: { personId: stays('it counts once: the same address endorses no second time') },
    ProposalMerge: officials('mergedBy', 'undoneBy'),
    EndorsementThreshold: officials('setBy'),
  },
  terms: {
    Endorsement: kept.matter,
    Proposal: kept.matter,
    ProposalVersion: kept.matter,
  },
  erase: async (ctx, person) => {
    const drafts = await ctx.prisma.proposal.findMany({
      where: { authorId: person.id, state: 'draft' },
      select: { id: true },
    });
    const ids = drafts.map(({ id }) => id);
    await detachAll(ctx, 'proposal', ids);
    await ctx.prisma.proposal.deleteMany({ where: { id: { in: ids } } });
  },
};
