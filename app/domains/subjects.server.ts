import { agreementsServer } from './agreements/subject.server';
import { ballotsServer } from './ballots/subject.server';
import { bridgesServer } from './bridges/subject.server';
import { careServer } from './care/subject.server';
import { categoriesServer } from './categories/subject.server';
import { councilsServer } from './councils/subject.server';
import type { SubjectServer } from './define-subject.server';
import { deliberationServer } from './deliberation/subject.server';
import { feedbackServer } from './feedback/subject.server';
import { filesServer } from './files/subject.server';
import { identityServer } from './identity/subject.server';
import { ledgerServer } from './ledger/subject.server';
import { meetingsServer } from './meetings/subject.server';
import { moderationServer } from './moderation/subject.server';
import { notificationsServer } from './notifications/subject.server';
import { opinionsServer } from './opinions/subject.server';
import { organisationsServer } from './organisations/subject.server';
import { portalPagesServer } from './pages/subject.server';
import { proposalsServer } from './proposals/subject.server';
import { responsibilityServer } from './responsibility/subject.server';
import { statisticsServer } from './statistics/subject.server';
import { targetsServer } from './targets/subject.server';
import { territoryServer } from './territory/subject.server';
import { volunteeringServer } from './volunteering/subject.server';
import { workordersServer } from './workorders/subject.server';

/**
 * The other halves of the manifests, in the same order; erasing goes through what they hold on persons backwards, so
 * that the person goes last.
 */
export const subjectServers: readonly SubjectServer[] = [
  territoryServer,
  identityServer,
  ledgerServer,
  notificationsServer,
  moderationServer,
  filesServer,
  organisationsServer,
  responsibilityServer,
  portalPagesServer,
  categoriesServer,
  proposalsServer,
  feedbackServer,
  deliberationServer,
  opinionsServer,
  ballotsServer,
  volunteeringServer,
  agreementsServer,
  workordersServer,
  meetingsServer,
  councilsServer,
  careServer,
  statisticsServer,
  targetsServer,
  bridgesServer,
];
