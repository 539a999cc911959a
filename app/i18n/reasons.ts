import { defineCatalogue } from './catalogue';
import { reasons as english } from './en/reasons';
import { rollReasons as rollEnglish } from './en/roll-reasons';
import { volunteerReasons as volunteerEnglish } from './en/volunteer-reasons';
import { reasonsOfSubjects } from './of-subjects';
import { reasons as chinese } from './zh-CN/reasons';
import { rollReasons as rollChinese } from './zh-CN/roll-reasons';
import { volunteerReasons as volunteerChinese } from './zh-CN/volunteer-reasons';

/** Why an act is refused: the words for the codes and reasons of `DomainError` and of policies. */
export const reasons = defineCatalogue(
  { ...chinese, ...rollChinese, ...volunteerChinese, ...reasonsOfSubjects.chinese },
  { ...english, ...rollEnglish, ...volunteerEnglish, ...reasonsOfSubjects.english },
);
