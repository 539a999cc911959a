import { agreementDrafting } from '~/i18n/agreement-drafting';
import { agreements } from '~/i18n/agreements';
import { ballotWalk } from '~/i18n/ballot-walk';
import { ballots } from '~/i18n/ballots';
import { care } from '~/i18n/care';
import { certificates } from '~/i18n/certificates';
import { textIn } from '~/i18n/catalogue';
import { community } from '~/i18n/community';
import { common } from '~/i18n/common';
import { consents } from '~/i18n/consents';
import { conversations } from '~/i18n/conversations';
import { councilDesk } from '~/i18n/council-desk';
import { councils } from '~/i18n/councils';
import { deliberation } from '~/i18n/deliberation';
import { events } from '~/i18n/events';
import { feedback } from '~/i18n/feedback';
import { identity } from '~/i18n/identity';
import { maps } from '~/i18n/maps';
import { meetings } from '~/i18n/meetings';
import { moderation } from '~/i18n/moderation';
import { noticeWays } from '~/i18n/notice-ways';
import { passkeys } from '~/i18n/passkeys';
import { phones } from '~/i18n/phones';
import { proposals } from '~/i18n/proposals';
import { readAloud } from '~/i18n/read-aloud';
import { agreementMergers } from '~/i18n/agreement-mergers';
import { organisationDesk } from '~/i18n/organisation-desk';
import { mine } from '~/i18n/mine';
import { volunteerDesk } from '~/i18n/volunteer-desk';
import { volunteering } from '~/i18n/volunteering';
import { workOrders } from '~/i18n/work-orders';
import type { Locale } from '~/i18n/locale';

/** What the portal says in a language, by subject. */
export function wordsIn(locale: Locale) {
  return {
    agreementDrafting: textIn(locale, agreementDrafting),
    agreements: textIn(locale, agreements),
    ballotWalk: textIn(locale, ballotWalk),
    ballots: textIn(locale, ballots),
    care: textIn(locale, care),
    common: textIn(locale, common),
    consents: textIn(locale, consents),
    conversations: textIn(locale, conversations),
    councilDesk: textIn(locale, councilDesk),
    councils: textIn(locale, councils),
    deliberation: textIn(locale, deliberation),
    events: textIn(locale, events),
    feedback: textIn(locale, feedback),
    identity: textIn(locale, identity),
    maps: textIn(locale, maps),
    meetings: textIn(locale, meetings),
    moderation: textIn(locale, moderation),
    noticeWays: textIn(locale, noticeWays),
    readAloud: textIn(locale, readAloud),
    passkeys: textIn(locale, passkeys),
    phones: textIn(locale, phones),
    proposals: textIn(locale, proposals),
    certificates: textIn(locale, certificates),
    agreementMergers: textIn(locale, agreementMergers),
    community: textIn(locale, community),
    mine: textIn(locale, mine),
    organisationDesk: textIn(locale, organisationDesk),
    volunteerDesk: textIn(locale, volunteerDesk),
    volunteering: textIn(locale, volunteering),
    workOrders: textIn(locale, workOrders),
  };
}
