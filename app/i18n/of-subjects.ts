import { agreementReasons as agreementEnglish } from './en/agreement-reasons';
import * as ballotsEnglish from './en/ballots-told';
import * as careEnglish from './en/care-told';
import * as categoriesEnglish from './en/categories-told';
import * as councilsEnglish from './en/councils-told';
import * as intakeEnglish from './en/intake-told';
import * as meetingsEnglish from './en/meetings-told';
import * as identityEnglish from './en/identity-told';
import * as realNameEnglish from './en/real-name-told';
import * as notificationsEnglish from './en/notifications-told';
import * as territoryEnglish from './en/territory-told';
import * as pagesEnglish from './en/pages-told';
import { filesReasons as filesEnglish } from './en/files-reasons';
import { paperReasons as paperEnglish } from './en/paper-reasons';
import { ballotDraftReasons as ballotDraftEnglish } from './en/ballot-draft-reasons';
import { rollReasons as rollEnglish } from './en/roll-reasons';
import * as partiesEnglish from './en/parties-told';
import * as settingsEnglish from './en/settings-told';
import * as rewardsEnglish from './en/rewards-told';
import { events as volunteerToldEnglish } from './en/volunteer-told';
import { volunteerReasons as volunteerEnglish } from './en/volunteer-reasons';
import { agreementReasons as agreementChinese } from './zh-CN/agreement-reasons';
import * as ballotsChinese from './zh-CN/ballots-told';
import * as careChinese from './zh-CN/care-told';
import * as categoriesChinese from './zh-CN/categories-told';
import * as councilsChinese from './zh-CN/councils-told';
import * as intakeChinese from './zh-CN/intake-told';
import * as meetingsChinese from './zh-CN/meetings-told';
import * as identityChinese from './zh-CN/identity-told';
import * as realNameChinese from './zh-CN/real-name-told';
import * as notificationsChinese from './zh-CN/notifications-told';
import * as territoryChinese from './zh-CN/territory-told';
import * as pagesChinese from './zh-CN/pages-told';
import { filesReasons as filesChinese } from './zh-CN/files-reasons';
import { paperReasons as paperChinese } from './zh-CN/paper-reasons';
import { ballotDraftReasons as ballotDraftChinese } from './zh-CN/ballot-draft-reasons';
import { rollReasons as rollChinese } from './zh-CN/roll-reasons';
import * as partiesChinese from './zh-CN/parties-told';
import * as settingsChinese from './zh-CN/settings-told';
import * as rewardsChinese from './zh-CN/rewards-told';
import { events as volunteerToldChinese } from './zh-CN/volunteer-told';
import { volunteerReasons as volunteerChinese } from './zh-CN/volunteer-reasons';

/**
 * Words of events and refusals that stand in catalogues of their own: a line for each. Apart, so that browsers, which
 * are shown reasons, load no words of events.
 */
export const eventsOfSubjects = {
  chinese: {
    ...ballotsChinese.events,
    ...meetingsChinese.events,
    ...categoriesChinese.events,
    ...councilsChinese.events,
    ...careChinese.events,
    ...identityChinese.events,
    ...realNameChinese.events,
    ...pagesChinese.events,
    ...territoryChinese.events,
    ...partiesChinese.events,
    ...settingsChinese.events,
    ...rewardsChinese.events,
    ...intakeChinese.events,
    ...volunteerToldChinese,
  },
  english: {
    ...ballotsEnglish.events,
    ...meetingsEnglish.events,
    ...categoriesEnglish.events,
    ...councilsEnglish.events,
    ...careEnglish.events,
    ...identityEnglish.events,
    ...realNameEnglish.events,
    ...pagesEnglish.events,
    ...territoryEnglish.events,
    ...partiesEnglish.events,
    ...settingsEnglish.events,
    ...rewardsEnglish.events,
    ...intakeEnglish.events,
    ...volunteerToldEnglish,
  },
};

export const reasonsOfSubjects = {
  chinese: {
    ...agreementChinese,
    ...filesChinese,
    ...paperChinese,
    ...rollChinese,
    ...ballotDraftChinese,
    ...volunteerChinese,
    ...ballotsChinese.reasons,
    ...meetingsChinese.reasons,
    ...categoriesChinese.reasons,
    ...councilsChinese.reasons,
    ...careChinese.reasons,
    ...identityChinese.reasons,
    ...realNameChinese.reasons,
    ...pagesChinese.reasons,
    ...notificationsChinese.reasons,
    ...territoryChinese.reasons,
    ...partiesChinese.reasons,
    ...settingsChinese.reasons,
    ...rewardsChinese.reasons,
    ...intakeChinese.reasons,
  },
  english: {
    ...agreementEnglish,
    ...filesEnglish,
    ...paperEnglish,
    ...rollEnglish,
    ...ballotDraftEnglish,
    ...volunteerEnglish,
    ...ballotsEnglish.reasons,
    ...meetingsEnglish.reasons,
    ...categoriesEnglish.reasons,
    ...councilsEnglish.reasons,
    ...careEnglish.reasons,
    ...identityEnglish.reasons,
    ...realNameEnglish.reasons,
    ...pagesEnglish.reasons,
    ...notificationsEnglish.reasons,
    ...territoryEnglish.reasons,
    ...partiesEnglish.reasons,
    ...settingsEnglish.reasons,
    ...rewardsEnglish.reasons,
    ...intakeEnglish.reasons,
  },
};
