export const ownAddress = {
  title: 'Change the mail address',
  lead: 'You sign in, set a forgotten password anew and get mails by this address. It changes once you have typed in the code that we mail to the new one; the former one is told.',
  present: 'Present address',
  new: 'New address',
  'new-hint':
    'Closed lists and invitations that hold the former address do not follow: please tell whoever made them.',
  password: 'Your password',
  send: 'Mail a code to the new address',
  confirm: 'Type in the code',
  'sent-to':
    'A code is on its way to {address}. It holds for 30 minutes. If none comes, look among the spam; an address that has an account already gets no code.',
  code: 'Code',
  change: 'Change the address',
  drop: 'Keep the present one',
  'flash-sent': 'The code is on its way.',
  'flash-changed': 'The address is changed; other devices are signed out.',
};
