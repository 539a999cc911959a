import type { Message } from '../catalogue';
import type { consents as source } from '../zh-CN/consents';

export const consents: Record<keyof typeof source, Message> = {
  title: 'My data: what is held, why, and who looked',
  lead: 'What the portal holds on you and for how long, and who has looked at what is sealed. You can take a consent back, take the data along, or close the account at any time.',
  'consents-title': 'My consents',
  'consent-on': 'In use',
  'consent-off': 'Not in use',
  give: 'Consent',
  withdraw: 'Take the consent back',
  'withdraw-title': 'Take this consent back?',
  given: 'Consented',
  withdrawn: 'Taken back',
  version: 'version {version}',
  'never-asked': 'This began before the portal asked for consent. You can end it at any time.',
  flash: 'Saved',

  'register-account':
    'An account takes your mail address (to sign in and reach you), a display name (under what you write) and a password (kept only as a hash). There is none without them; they go when you close it.',
  'register-later':
    'For anything else, such as your address, you are asked when it is needed; under “My data” you can take each consent back.',
  'mails.ask': 'I consent to mails when something I follow goes on (optional)',
  'mails.why': 'You can register without, and read it in the inbox here. You can end it at any time.',
  'mails.name': 'Mails',
  'mails.effect':
    'No more mails about what you follow; the inbox stays. Mails about the safety of the account are still sent.',
  'residence.ask':
    'I consent that my address and year of birth are kept, to confirm in which community I live',
  'residence.why':
    'The address is sealed; only the staff who check it can read it, each reading is on record and you are told. Taking the consent back deletes it.',
  'residence.name': 'Residence',
  'residence.effect':
    'Address, year of birth and the confirmation are deleted at once. You cannot vote in ballots that open later; those that have opened stay as they are.',

  'real-name.ask':
    'I consent to my name and the number of my document being kept, so that nobody counts twice by several accounts',
  'real-name.why':
    'They lie sealed, and the staff does not read them. Without it you can use everything else; taking it back deletes them.',
  'real-name.name': 'Real name',
  'real-name.effect':
    'Name and number are deleted at once; what stays is a hash of which nothing is read, so that nobody counts twice.',

  'care.ask':
    'I consent to what I state in the care register being kept for visits and calls (it may tell of health and home)',
  'care.why':
    'It is kept sealed; only the staff of the community reads it, for a purpose, and you are told each time. Without it you can use everything else.',
  'care.name': 'Care register',
  'care.effect':
    'What you stated is deleted at once, and all visits and calls that were planned are called off.',

  'held-title': 'What is held',
  'held-what': 'What',
  'held-count': 'How many',
  'held-term': 'How long',
  'term.account': 'until you close the account',
  'term.matter': 'with the matter; without your name once you close the account',
  'term.until-done': 'until it is done, has run out or is taken back',
  'term.days': 'deleted after {days} days',
  'readings-title': 'Who looked',
  'readings-none': 'Nobody has looked at what is sealed of you.',
  'readings-by': 'Who',
  'readings-at': 'When',
  'readings-why': 'For what',
  'readings-unsaid': 'not stated at the time',
  'readings-all': 'Show all',
  'take-title': 'Take along or delete',
  readable: 'See all of it',
  'readable-title': 'All my data',
  'readable-lead': 'The same as in the JSON file, by what it is.',
  'readable-more': '{count} more in the JSON file.',
  json: 'Download JSON',
  erase: 'Close the account',
};
