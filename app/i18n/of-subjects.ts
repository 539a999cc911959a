import * as meetingsEnglish from './en/meetings-told';
import { rollReasons as rollEnglish } from './en/roll-reasons';
import * as meetingsChinese from './zh-CN/meetings-told';
import { rollReasons as rollChinese } from './zh-CN/roll-reasons';

/**
 * Words of events and refusals that stand in catalogues of their own: a line for each. Apart, so that browsers, which
 * are shown reasons, load no words of events.
 */
export const eventsOfSubjects = {
  chinese: { ...meetingsChinese.events },
  english: { ...meetingsEnglish.events },
};

export const reasonsOfSubjects = {
  chinese: { ...rollChinese, ...meetingsChinese.reasons },
  english: { ...rollEnglish, ...meetingsEnglish.reasons },
};
