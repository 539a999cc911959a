import { heldInAgreements } from './agreements/held.server';
import { heldInBallots } from './ballots/held.server';
import { heldInBridges } from './bridges/held.server';
import { heldInDeliberation } from './deliberation/held.server';
import { heldInFeedback } from './feedback/held.server';
import { heldInFiles } from './files/held.server';
import type { HeldOnPersons } from './held-on-persons';
import { officials } from './held-on-persons';
import { heldInIdentity } from './identity/held.server';
import { heldInLedger } from './ledger/held.server';
import { heldInModeration } from './moderation/held.server';
import { heldInNotifications } from './notifications/held.server';
import { heldInOpinions } from './opinions/held.server';
import { heldInOrganisations } from './organisations/held.server';
import { heldInProposals } from './proposals/held.server';
import { heldInVolunteering } from './volunteering/held.server';
import { heldInWorkOrders } from './workorders/held.server';

/**
 * What every subject holds on persons, in the order of the subjects; erasing goes through it backwards. A test walks the
 * schema of the database: a column that names a person and stands in none of these fails it.
 */
export const heldBySubject: Record<string, HeldOnPersons> = {
  identity: heldInIdentity,
  ledger: heldInLedger,
  notifications: heldInNotifications,
  moderation: heldInModeration,
  files: heldInFiles,
  organisations: heldInOrganisations,
  responsibility: {
    models: {
      ResponsibilityEntry: officials('changedBy', 'endedBy'),
      DispatchChoice: officials('decidedBy'),
    },
  },
  proposals: heldInProposals,
  feedback: heldInFeedback,
  deliberation: heldInDeliberation,
  ballots: heldInBallots,
  opinions: heldInOpinions,
  volunteering: heldInVolunteering,
  agreements: heldInAgreements,
  workorders: heldInWorkOrders,
  statistics: {
    models: {
      StatisticsFormula: officials('createdBy'),
      StatisticsExclusion: officials('decidedBy', 'liftedBy'),
      Target: officials('createdBy'),
      TargetChange: officials('changedBy'),
    },
  },
  bridges: heldInBridges,
};
