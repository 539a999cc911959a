export const mails = {
  greeting: 'Dear {name},',
  'confirm-subject': 'Please confirm your mail address · Gongzhi',
  'confirm-body':
    'Thank you for registering. Please follow the link within {hours} hours to confirm your address; then you can take part.',
  'confirm-action': 'Confirm my address',
  'reset-password-subject': 'Set a new password · Gongzhi',
  'reset-password-body':
    'Please follow the link within {hours} hours to set a new password for your account.',
  'reset-password-action': 'Set a new password',
  'not-you': 'If this was not you, please ignore this mail.',
  'see-it': 'See details',
  'why-you-get-this': 'You get this mail because you take part in or follow this matter.',
  unsubscribe: 'No more mail: {url}',
  'digest-more': 'And {count} more, in your inbox: {url}',
  'digest-subject': { one: 'Today: {count} item · Gongzhi', other: 'Today: {count} items · Gongzhi' },
};
