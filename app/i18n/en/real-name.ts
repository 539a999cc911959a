import type { realName as source } from '../zh-CN/real-name';

export const realName: Record<keyof typeof source, string> = {
  title: 'Your real name',
  lead: 'Voluntary. It keeps anybody from endorsing or voting again by a second account. Name and number lie sealed, and the staff does not read them afterwards; pages go on showing your display name.',
  'none-title': 'Not confirmed',
  'none-counter':
    'Bring your document to the counter of your community or street. It is looked at and given back: no copy, no picture.',
  own: 'Confirmed',
  document: 'Document',
  name: 'Name',
  number: 'Number',
  confirmed: 'Confirmed',
  guardian: 'Guardian who agreed',
  'document.resident-card': 'Resident identity card',
  'document.hong-kong-permit': 'Residence permit for Hong Kong residents',
  'document.macao-permit': 'Residence permit for Macao residents',
  'document.taiwan-permit': 'Residence permit for Taiwan residents',
  'document.foreigner-card': 'Foreigner’s permanent residence card',
  'document.former-foreigner-card': 'Foreigner’s permanent residence card (before 2023)',
  'to-consents': 'Take the consent back and delete',
  'service-title': 'Confirm online',
  'service-lead':
    'An official identity service says whether name and number belong together. Nothing else is handed over.',
  'service-submit': 'Confirm',
  flash: 'Confirmed.',
  'in-list': 'Real name',
  'in-list-no': 'Not confirmed (voluntary)',
  'in-list-link': 'See',

  'counter-title': 'Counter: real names',
  'counter-lead':
    'For people who are there with their document: look at it, then write down name and number. Both lie sealed and nobody reads them afterwards; the person is told.',
  'counter-email': 'The resident’s mail address',
  'counter-name': 'Name on the document',
  'counter-number': 'Number of the document',
  'counter-number-hint':
    'Resident identity card, residence permit of Hong Kong, Macao or Taiwan, foreigner’s permanent residence card',
  'counter-seen': 'What was shown',
  'counter-seen-hint': 'As “identity card, in person”. Please write no numbers. The person is told.',
  'counter-guardian': 'Name of the guardian who is there and agrees (under 14)',
  'counter-consent':
    'The person (under 14: the guardian) has read what it is for and consents to name and number being kept',
  'counter-submit': 'Write down',
  'counter-flash': 'Written down, and the person is told.',

  'guardian-title': 'Agree to your child’s account',
  'guardian-lead':
    'Somebody registered under the display name “{name}” and named you as a parent or guardian. Under fourteen a guardian has to agree.',
  'guardian-what':
    'The account takes the child’s mail address, a display name and a password; what the child publishes can be read by anyone. For anything else consent is asked when it is needed.',
  'guardian-agree': 'I am the parent or guardian, and I agree',
  'guardian-agreed':
    'You have agreed. Your child can now open the link in the own mail and finish registering.',
  'guardian-withdraw':
    'To take this back, or to see or delete what is held on the child, turn to the counter of your community or street.',
  'guardian-over': 'This link has run out or is done. If it is still wanted, your child registers once more.',
  'guardian-privacy': 'How data on children is handled',

  minor: 'I am under 14 (a parent or guardian has to agree)',
  'guardian-email': 'Mail address of a parent or guardian (under 14)',
  'guardian-email-hint': 'They are asked by mail; once they have agreed you can finish registering.',
  'sent-guardian':
    'Once you have opened the link your guardian is sent a mail; when they have agreed, open the link once more.',
};
