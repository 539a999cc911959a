import type { organisationDesk as source } from '../zh-CN/organisation-desk';

export const organisationDesk: Record<keyof typeof source, string> = {
  'nothing-waits': 'Nothing waits for us now',
  'nothing-waits-lead':
    'What is to be signed, promises that fall due, letters and hours to confirm will stand here first.',
  signing: 'Agreements to sign',
  drafts: 'Drafts of agreements',
  living: 'Promises and changes of agreements',
  decisions: 'Decided for us to do',
  letters: 'Letters not answered',
  'letters-lead':
    'What others said last within 30 days and we have not answered, and invitations to meetings.',
  until: 'Until',
  'due-over': 'Overdue',
  since: 'Written',
  able: 'Who can do it: {names}',
  'able-nobody': 'Nobody can do it now: name an owner or a signatory on the organisation’s page.',
  'able-others': 'Not you; please tell: {names}',
  'able-more': '{names} and others, {count} in all',
  'for-organisation': 'For “{name}”',
  'only-first': 'The first {shown} of {all}; the others follow as these are done.',
};
