import { openToAll } from '../define-subject.server';
import type { SubjectServer } from '../define-subject.server';
import { heldInVolunteering } from './held.server';
import { volunteering } from './subject';
import { opportunitiesOfProposal } from './volunteering.query.server';

export const volunteeringServer: SubjectServer = {
  subject: volunteering,
  access: {
    opportunity: openToAll('Opportunity', ({ database }, ids) =>
      database.read.opportunity.findMany({ where: { id: { in: ids } }, select: { id: true, title: true } }),
    ),
  },
  line: [
    {
      kind: 'opportunity',
      step: 'commitment',
      of: async (ctx, { kind, id }) => (kind === 'proposal' ? opportunitiesOfProposal(ctx, id) : []),
    },
  ],
  held: heldInVolunteering,
};
