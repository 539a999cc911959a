import { agreementReasons as agreementEnglish } from './en/agreement-reasons';
import * as meetingsEnglish from './en/meetings-told';
import { rollReasons as rollEnglish } from './en/roll-reasons';
import { volunteerReasons as volunteerEnglish } from './en/volunteer-reasons';
import { agreementReasons as agreementChinese } from './zh-CN/agreement-reasons';
import * as meetingsChinese from './zh-CN/meetings-told';
import { rollReasons as rollChinese } from './zh-CN/roll-reasons';
import { volunteerReasons as volunteerChinese } from './zh-CN/volunteer-reasons';

/**
 * Words of events and refusals that stand in catalogues of their own: a line for each. Apart, so that browsers, which
 * are shown reasons, load no words of events.
 */
export const eventsOfSubjects = {
  chinese: { ...meetingsChinese.events },
  english: { ...meetingsEnglish.events },
};

export const reasonsOfSubjects = {
  chinese: { ...agreementChinese, ...rollChinese, ...volunteerChinese, ...meetingsChinese.reasons },
  english: { ...agreementEnglish, ...rollEnglish, ...volunteerEnglish, ...meetingsEnglish.reasons },
};
