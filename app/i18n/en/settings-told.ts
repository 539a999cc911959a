import type * as source from '../zh-CN/settings-told';

export const events: Record<keyof typeof source.events, string> = {
  'proposal.threshold-set': 'Proposals here need {count} endorsements to come before the office: {reason}',
  'ballot.list-missing':
    '“{title}” has opened: of {listed} addresses on the list {count} have no account that can vote and are no electors',
};

export const reasons: Record<keyof typeof source.reasons, string> = {
  'organisations.certificates-not-open': 'Certificates are for moderators and members of the organisation.',
  'proposals.administrators-only': 'How many endorsements are needed is said by administrators of the area.',
  'work-orders.bad-hours':
    'Write working hours as 09:00-12:00,13:30-17:30: one after the other, without overlap.',
};
