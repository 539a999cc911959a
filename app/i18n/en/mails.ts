export const mails = {
  greeting: 'Dear {name},',
  'confirm-subject': 'Please confirm your mail address',
  'confirm-body':
    'Thank you for registering on {portal}. Please follow the link within {hours} hours to confirm your address; then you can take part.',
  'confirm-action': 'Confirm my address',
  'guardian-subject': 'Please agree to your child’s account',
  'guardian-body':
    'Somebody under fourteen registered as “{name}” on {portal} and named you as a parent or guardian. Please open the link within {hours} hours, read what it is about and decide.',
  'guardian-after': 'If you do not agree, do nothing: there is no account without you.',
  'guardian-action': 'Read and decide',
  'guardian-not-you': 'If you have no such child, please ignore this mail.',
  'reset-password-subject': 'Set a new password',
  'reset-password-body':
    'Please follow the link within {hours} hours to set a new password for your account.',
  'reset-password-action': 'Set a new password',
  'known-subject': 'You have an account already',
  'known-body':
    'Somebody registered on {portal} with this address, which has an account already. Please just sign in; if you have forgotten the password, the link sets a new one within {hours} hours.',
  'known-action': 'Set a new password',
  'invited-subject': '“{name}” invites you',
  'invited-body':
    '“{name}” invites you to join it on {portal}. Please register with this address within {days} days; once signed in you can accept on its page.',
  'invited-action': 'Register',
  'code-subject': 'Your code for signing',
  'code-body':
    'You are signing “{title}”. Your code is {code}. It holds for {minutes} minutes; tell it to nobody.',
  'code-not-you': 'If it is not you who is signing, change your password at once: somebody else knows it.',
  'address-code-subject': 'Code to confirm your new address',
  'address-code-body':
    'You want to use this address for your account. The code is {code}. It holds for {minutes} minutes; tell it to nobody.',
  'address-code-not-you': 'If this was not you, ignore this mail: without the code nothing changes.',
  'address-changed-subject': 'Your account has another mail address',
  'address-changed-body': 'Your account goes by another mail address from now on; no more mails come here.',
  'address-changed-not-you':
    'If this was not you, turn to your community office or an administrator at once: they can suspend the account and give it back to you.',
  'entry-subject': 'Your code for signing in',
  'entry-body':
    'Somebody is signing in to your account with the right password. Since you hold an office, a code is asked for, too: {code}. It holds for {minutes} minutes, on the page where the password was given; tell it to nobody.',
  'entry-not-you':
    'If it is not you who is signing in, change your password at once: somebody else knows it.',
  'phone-added-subject': 'A phone was added to your account',
  'phone-added-body': 'The phone {shown} belongs to your account from now on.',
  'phone-removed-subject': 'The phone was taken off your account',
  'phone-removed-body': 'The phone {shown} belongs to your account no more.',
  'phone-passed-on-subject': 'Your phone was confirmed for another account',
  'phone-passed-on-body':
    'The number {shown} was confirmed for another account by a code that came to it. It belongs to yours no more. Do you still have this number? Then confirm it again, and ask your operator whether there is a second card.',
  'phone-old-subject': 'Please confirm your phone again',
  'phone-old-body':
    'Somebody wanted to sign in with the phone {shown}. No code was sent: it was not used here for more than 90 days, and operators give old numbers to other people. Sign in with mail address and password, and confirm the number again.',
  'phone-of-office-subject': 'Please sign in with your password',
  'phone-of-office-body':
    'Somebody wanted to sign in with the phone {shown}. No code was sent: your account holds an office or acts for an organisation, and a phone alone does not open it. Sign in with mail address and password, or with a passkey.',
  'phone-action': 'See my phone',
  'phone-not-you': 'If this was not you, change your password and look at the phone of your account.',
  'text-confirm':
    '{code} is your code to confirm this phone. It holds for {minutes} minutes; tell it to nobody.',
  'text-sign-in': '{code} is your code to sign in. It holds for {minutes} minutes; tell it to nobody.',
  'text-removed': 'This phone belongs to your account no more. If that was not you, change your password.',
  'text-test': 'This message shows that the portal can send text messages.',
  'test-subject': 'Test mail',
  'test-body': 'This mail shows that the portal can send mail from {from}.',
  'test-action': 'Administration',
  'suspended-subject': 'Your account is suspended',
  'suspended-body':
    'An administrator has suspended your account: you cannot sign in for now. The reason: {reason}',
  'suspended-object':
    'What you have published stays. If you object, turn to your street or community office; with this mail you can ask for the account to be opened again.',
  'not-you': 'If this was not you, please ignore this mail.',
  'solved-yes': 'Yes, solved',
  'solved-no': 'No, not solved',
  'see-it': 'See details',
  'why-you-get-this': 'You get this mail because you take part in or follow this matter.',
  unsubscribe: 'No more mail: {url}',
  'digest-more': 'And {count} more, in your inbox: {url}',
  'bundle-subject': { one: '{count} thing happened', other: '{count} things happened' },
  'line-times': ' ({count} times)',
  'digest-subject': { one: 'Today: {count} item', other: 'Today: {count} items' },
  'role-subject': 'You are invited: {role}',
  'role-body':
    'An administrator of {portal} invites you to the role “{role}”. Please open the link within {days} days and sign in or register to take it. It works once: do not pass it on.',
  'role-action': 'See the invitation',
};
