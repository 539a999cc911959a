import { openToAll } from '../define-subject.server';
import type { SubjectServer } from '../define-subject.server';
import { endOverdueCouncils } from './end-council.server';
import { heldInCouncils } from './held.server';
import { councils } from './subject';
import { waitingInvitations } from './seats/waiting-invitations.query.server';
import { within } from '~/platform/db/lists/area-scope';

export const councilsServer: SubjectServer = {
  subject: councils,
  access: {
    council: openToAll('Council', ({ database }, ids) =>
      database.read.council.findMany({ where: { id: { in: ids } }, select: { id: true, title: true } }),
    ),
  },
  held: heldInCouncils,
  // Whom the draw may fall on was found by where people live, or will be.
  holdsAreas: [
    {
      name: 'councils',
      count: ({ database }, areaId) =>
        database.read.council.count({
          where: { areaId: within(areaId), state: { in: ['draft', 'inviting', 'listed', 'drawn'] } },
        }),
    },
  ],
  waits: waitingInvitations,
  recurring: (ctx) => ({
    'councils.due': { everySeconds: 3600, isIrreversible: true, run: () => endOverdueCouncils(ctx) },
  }),
};
