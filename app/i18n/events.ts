import { defineCatalogue } from './catalogue';
import { events as english } from './en/events';
import { eventsOfSubjects } from './of-subjects';
import { events as chinese } from './zh-CN/events';

/** The words of each event type, for timelines, the inbox and mails. */
export const events = defineCatalogue(
  { ...chinese, ...eventsOfSubjects.chinese },
  { ...english, ...eventsOfSubjects.english },
);
