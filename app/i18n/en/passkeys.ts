import type { passkeys as source } from '../zh-CN/passkeys';
import type { Message } from '../catalogue';

export const passkeys: Record<keyof typeof source, Message> = {
  title: 'Passkeys and signing in with two steps',
  lead: 'A passkey is kept by your phone, computer or security key, and unlocked by fingerprint, face or the device’s code. Fingerprint and face never leave the device; the portal keeps only the public key that checks a signature.',
  yours: 'My passkeys',
  none: 'No passkey yet. With one you sign in without a password, and sign agreements.',
  added: 'Added',
  used: 'Last used',
  'never-used': 'Not used yet',
  name: 'Name',
  'name-hint': 'By which you will know the device again, such as “my phone”.',
  rename: 'Rename',
  remove: 'Remove',
  'remove-title': 'Remove “{name}”?',
  'remove-hint':
    'It signs in no more. The device may still list it: you can delete it in the password settings there.',
  add: 'Add a passkey',
  'add-submit': 'Add on this device',
  'add-password': 'Current password',
  'needs-scripts':
    'Passkeys need scripts (JavaScript) in your browser. Without them please use your password.',
  'needs-device': 'This browser knows no passkeys: please use your password.',
  elsewhere: 'Passkeys work at {origin} only: please open the portal there.',
  'no-address':
    'Passkeys do not work at the portal’s present address: it takes an https address with a name.',
  failed: 'It was not done: the device said no, or it took too long. Please try again.',
  'known-here': 'This device has a passkey of yours already.',
  'flash-added': 'The passkey is added',
  'flash-renamed': 'Renamed',
  'flash-removed': 'Removed',

  'second-title': 'Signing in with two steps',
  'second-off':
    'Your password alone signs you in: whoever reads your mail can set a new one and enter your account.',
  'second-hint':
    'From then on a passkey or a recovery code is asked for after the password. Your password or your mail alone lets nobody in. Other devices are signed out.',
  'second-first': 'Please add a passkey first.',
  'second-on': 'On since',
  'turn-on': 'Turn on the second step',
  'turn-on-title': 'Turn on the second step?',
  'turn-off': 'Turn off the second step',
  'turn-off-title': 'Turn off the second step?',
  'turn-off-hint': 'The recovery codes then hold no longer, and the password alone signs you in.',
  'flash-off': 'The password alone signs you in again',
  codes: 'Recovery codes',
  'codes-left': { one: 'One recovery code is left', other: '{count} recovery codes are left' },
  'codes-renew': 'Make new recovery codes',
  'codes-renew-title': 'Make new recovery codes?',
  'codes-renew-hint': 'The old ones hold no longer.',
  'codes-shown': 'Copy or print these recovery codes now',
  'codes-why':
    'They are shown this once. If all your devices are lost, the password and one of them sign you in; each works once. Keep them where your phone is not. If they are lost, too, the counter of your community helps: bring an identity document.',

  'sign-in': 'Sign in with a passkey',
  'second-page': 'Second step: show that it is you',
  'second-lead': 'The first step is done. Now use your passkey.',
  'second-use': 'Use the passkey',
  'second-code': 'Use a recovery code',
  'second-code-label': 'Recovery code',
  'second-code-hint':
    'One that you noted when you turned the second step on, or that the counter gave you. Capitals and hyphens do not matter.',
  'second-code-submit': 'Sign in with the code',
  'second-lost':
    'Passkeys and codes are lost? Go to the counter of your community with an identity document.',
  'second-mail-lead': 'The password was right. You hold an office, so we have mailed you a code.',
  'second-mail-label': 'Code from the mail',
  'second-mail-hint': 'It holds for ten minutes, on this page. Capitals and dashes do not matter.',
  'second-mail-submit': 'Sign in',
  'second-mail-why':
    'Quicker and safer: add a passkey once you are in, and turn on signing in with two steps. Then no mail is needed.',
  'second-start': 'Please sign in from the beginning.',

  'counter-title': 'Counter: give a recovery code',
  'counter-lead':
    'For residents who have lost passkeys and codes, and have shown at the counter who they are. The code works once, within {hours} hours. It replaces the passkey, not the password. Each is on record, and the resident is told at once.',
  'counter-email': 'The resident’s mail address',
  'counter-seen': 'What was shown',
  'counter-seen-hint':
    'Such as “identity card, in person”. Please write no number of a document. The resident is told.',
  'counter-submit': 'Give a code',
  'counter-given': 'Copy it for the resident: it is shown this once',
  'sign-title': 'Sign with a passkey',
  'sign-hint': 'Without password and code: the device signs this one text when you unlock it.',
  'sign-submit': 'Sign with a passkey',
};
