import type { counter as source } from '../zh-CN/counter';

export const counter: Record<keyof typeof source, string> = {
  'give-title': 'Counter: help a resident sign in',
  'give-lead':
    'For residents who are here in person, whose residence is confirmed, and who get no mail. The code holds for {minutes} minutes and works once. Who gave it and when is on record, and the resident is told.',
  email: 'Mail address with which the resident signs in',
  seen: 'What you checked',
  'seen-hint':
    'Such as “identity card, in person”. Please write no number of a document. The resident is told.',
  give: 'Give a sign-in code',
  given: 'Hand it to the resident: it is shown this once',
  'given-how':
    'The resident scans the code with their own phone, or opens {address} and types it, within {minutes} minutes.',
  'given-qr': 'QR code of the sign-in code',
  'use-title': 'Sign in with a code',
  'use-lead': 'The counter of your community hands you the code in person. It works once.',
  code: 'Sign-in code',
  password: 'A new password (may be left empty)',
  'password-hint': 'With one you can sign in by yourself the next time.',
  use: 'Sign in',
  flash: 'You are signed in.',
  'have-code': 'Do you have a code from the counter?',
};
