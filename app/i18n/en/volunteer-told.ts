import type { events as source } from '../zh-CN/volunteer-told';

export const events: Record<keyof typeof source, string> = {
  'opportunity.contact-changed': 'Whom to ask about “{title}” has changed',
  'volunteer.role-gone': 'The role for which you signed up at “{title}” is gone; you keep your seat',
  'volunteer.added': 'The organisers wrote down that you came to “{title}”; if you did not, please object',
  'volunteer.appealed': 'An appeal about a record of “{title}” waits for a decision',
  'volunteer.appeal-dismissed': 'The appeal about the record of “{title}” is answered: the record stands',
  'volunteer.appeal-upheld': 'The appeal about the record of “{title}” is upheld: the record is corrected',
  'volunteer.evaluated': 'The organiser said how your service at “{title}” was',
  'volunteer.evaluation-withdrawn': 'The organiser took back how your service at “{title}” was',
  'detail.was-contact': 'Contact person until now: {value}',
  'detail.reached': 'How to reach the contact person has changed: see the page of the activity',
  'detail.roles': 'Roles: {is}. They were: {was}',
  'detail.role': '{name} ({count})',
  'detail.roles-between': ', ',
  'detail.no-roles': 'none',
  'detail.was-role': 'Your role until now: {value}',
  'detail.evaluation': 'In words: {value}',
  'detail.stars': 'Stars: {value} of 5',
  'detail.changed.signOffHours':
    'Signing off without a reason ends {is} hours before the start, instead of {was}',
};
