import { agreements } from './agreements/subject';
import { ballots } from './ballots/subject';
import { bridges } from './bridges/subject';
import { care } from './care/subject';
import { categories } from './categories/subject';
import { councils } from './councils/subject';
import type { Subject } from './define-subject';
import { deliberation } from './deliberation/subject';
import { feedback } from './feedback/subject';
import { files } from './files/subject';
import { identity } from './identity/subject';
import { ledger } from './ledger/subject';
import { meetings } from './meetings/subject';
import { moderation } from './moderation/subject';
import { notifications } from './notifications/subject';
import { opinions } from './opinions/subject';
import { organisations } from './organisations/subject';
import { portalPages } from './pages/subject';
import { proposals } from './proposals/subject';
import { responsibility } from './responsibility/subject';
import { statistics } from './statistics/subject';
import { targets } from './targets/subject';
import { territory } from './territory/subject';
import { volunteering } from './volunteering/subject';
import { workorders } from './workorders/subject';

/** The one list of subjects, from the place and the person upward. */
export const subjects: readonly Subject[] = [
  territory,
  identity,
  ledger,
  notifications,
  moderation,
  files,
  organisations,
  responsibility,
  portalPages,
  categories,
  proposals,
  feedback,
  deliberation,
  opinions,
  ballots,
  volunteering,
  agreements,
  workorders,
  meetings,
  councils,
  care,
  statistics,
  targets,
  bridges,
];
