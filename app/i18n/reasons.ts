import { defineCatalogue } from './catalogue';
import { reasons as english } from './en/reasons';
import { reasonsOfSubjects } from './of-subjects';
import { reasons as chinese } from './zh-CN/reasons';

/** Why an act is refused: the words for the codes and reasons of `DomainError` and of policies. */
export const reasons = defineCatalogue(
  { ...chinese, ...reasonsOfSubjects.chinese },
  { ...english, ...reasonsOfSubjects.english },
);
