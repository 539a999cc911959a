import { rollReasons as rollEnglish } from './en/roll-reasons';
import { rollReasons as rollChinese } from './zh-CN/roll-reasons';

/**
 * Words of events and refusals that stand in catalogues of their own: a line for each. Apart, so that browsers, which
 * are shown reasons, load no words of events.
 */
export const eventsOfSubjects = {
  chinese: {},
  english: {},
};

export const reasonsOfSubjects = {
  chinese: { ...rollChinese },
  english: { ...rollEnglish },
};
