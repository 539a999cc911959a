import type { organisationDesk as source } from '../zh-CN/organisation-desk';

export const organisationDesk: Record<keyof typeof source, string> = {
  signing: 'Agreements to sign',
  'signing-none': 'No agreement waits for our signature.',
  drafts: 'Drafts of agreements',
  'drafts-none': 'No draft waits for our answer or to be sent to sign.',
  living: 'Promises and changes of agreements',
  'living-none': 'Nothing else of agreements waits for us.',
  letters: 'Letters not answered',
  'letters-none': 'No letter or invitation waits for an answer.',
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
