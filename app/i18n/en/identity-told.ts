import type * as source from '../zh-CN/identity-told';

export const events: Record<keyof typeof source.events, string> = {
  'person.registered': 'registered an account',
  'person.exported': 'took the own data along',
  'person.erased': 'closed the account',
  'person.address-changed':
    'Your account has another mail address. If this was not you, turn to your community office or an administrator at once',
  'person.password-changed': 'Your password was changed. If this was not you, set a new one at once',
  'person.reinstated': 'Your account is open again',
  'person.suspended': 'The account was suspended',
  'residence.requested': 'Somebody asks to have the residence verified',
  'residence.confirmed': 'Your residence is verified; you can vote now',
  'residence.refused': 'Your residence could not be verified',
  'consent.given': 'consented to a use of data',
  'consent.withdrawn': 'took a consent back',
  'role.invited': 'An invitation for a role was made',
  'role.invitation-taken':
    'An invitation for a role that you made was taken. If it was the wrong person, take the role back on the page of roles',
  'role.invitation-revoked': 'An invitation for a role was taken back',
  'passkey.added':
    'The passkey “{device}” was added to your account. If this was not you, remove it and change your password at once',
  'passkey.removed': 'The passkey “{device}” was removed from your account',
  'second-factor.turned-on': 'Signing in now takes a passkey besides your password',
  'second-factor.turned-off':
    'Your password alone signs you in again. If this was not you, change your password at once',
  'recovery-codes.made': 'You have new recovery codes; the old ones hold no longer',
  'recovery-code.used':
    'Somebody signed in to your account with a recovery code; {left} are left. If this was not you, change your password at once',
  'recovery-code.given':
    'The counter gave out a recovery code for your account (shown there: {seen}). If you were not there, tell the counter at once',
  'phone.added': 'A phone was added to the account',
  'phone.removed': 'The phone was taken off the account',
  'phone.passed-on':
    'Your phone was confirmed for another account, and belongs to yours no more. If you still have the number, confirm it again',
  'role.moved': 'An area was closed: the role that you held there went over to the area that takes it in',
  'residence.area-reopened':
    '“{now}” is open again: your residence went back there from “{was}”, and there you vote and take part',
  'residence.area-closed':
    '“{was}” was closed into “{now}”: you are a resident of “{now}” from now on, and vote there',
  'sign-in.given': 'The counter gave you a code to sign in with (checked: {seen})',
  'sign-in.used': 'Somebody signed in to your account with a code from the counter',
};

export const reasons: Record<keyof typeof source.reasons, string> = {
  'identity.wrong-password': 'The mail address or the password is wrong.',
  'identity.too-many-guesses':
    'Too many attempts. Please try again in {minutes} min; if you forgot the password you can set a new one by mail now.',
  'identity.too-many-mails':
    'Too many mails were asked for. Please look for those already sent, or try again in {minutes} min.',
  'identity.wrong-own-password': 'The password is wrong. Please try again.',
  'identity.confirm-first':
    'Please confirm your mail address first: follow the link in the mail you got on registering.',
  'identity.choose-community': 'Please choose the community in which you live.',
  'identity.residence-waiting': 'Your residence is waiting to be verified by the community.',
  'identity.not-your-registration':
    'The password is not the one of this registration. If the address was registered several times, please use the link of the latest mail, or register anew.',
  'identity.password-repeats': 'This password only repeats the same characters: it is easily guessed.',
  'identity.password-sequence':
    'This password follows the keyboard, the alphabet or the digits: it is easily guessed.',
  'identity.password-digits': 'A password of digits only is easily guessed: please add some words.',
  'identity.password-common': 'This password is among the most common ones: it is easily guessed.',
  'identity.password-personal':
    'The password is hardly more than your name or address: it is easily guessed.',
  'identity.counted-before':
    'The account that this address had before was counted here already: it does not count again.',
  'identity.token-expired': 'The link has run out. Please ask for a new one.',
  'identity.administrators-only': 'Only an administrator of the area gives and takes roles.',
  'identity.own-administration': 'You cannot take your own administration away: ask another administrator.',
  'identity.holds-already': 'This person has that role in the area already.',

  'identity.open-first':
    'Please open it and read the address before you decide: residence is not decided in bulk.',
  'identity.whole-portal-only':
    'This setting holds for the whole portal: it is for those who administer all of its areas.',
  'identity.invitation-over':
    'This invitation was used, taken back or has run out: ask for a new one where you got it.',
  'identity.sign-in-first': 'This address has an account: sign in first, then open the invitation again.',
  'identity.mail-confirms':
    'This portal confirms addresses by mail: register and confirm yours, then open the invitation again signed in.',
  'identity.too-many-invitations':
    'Too many invitations are open ({most} at most): take back those that are not needed.',
  'identity.own-invitation':
    'You made this invitation yourself: it is for the person who is to have the role.',
  'identity.same-address': 'This is your present address.',
  'identity.wrong-code': 'The code is wrong or too old: check your mail or have it sent again.',
  'identity.no-texts': 'This portal sends no text messages. Please use your mail address.',
  'identity.texts-of-day-over':
    'The portal has sent as many text messages today as it may. Try again tomorrow, or use your mail address.',
  'identity.no-mobile-number': 'Please give a mobile number that takes text messages, like 138 1234 5678.',
  'identity.too-many-texts': 'Too many text messages. Try again in {minutes} minutes.',
  'identity.wrong-phone-code': 'That is not the code. Look at the message, or ask for another one.',
  'identity.phone-code-over': 'The code has run out, or was tried too often. Please ask for another one.',
  'identity.phone-opens-no-office':
    'Accounts that hold an office or act for an organisation do not sign in with a phone alone.',
  'identity.phone-first': 'First add and confirm your own phone on your account.',
  'identity.wrong-passkey': 'The passkey was not recognised. Please try again, or sign in by password.',
  'identity.passkeys-need-name':
    'Passkeys work only at a secure address (https) with a name; that of this portal is none.',
  'identity.passkeys-full': 'There may be {most} passkeys: please remove one that you no longer use.',
  'identity.last-passkey':
    'Signing in with two steps needs a passkey. Add another one first, or turn the second step off.',
  'identity.passkey-first': 'Please add a passkey first.',
  'identity.wrong-recovery-code': 'This recovery code is wrong, or was used before, or has run out.',
  'identity.half-expired': 'Too much time has passed: please sign in from the beginning.',
  'identity.not-to-oneself': 'Nobody gives a recovery code to oneself: please ask a colleague.',
  'identity.nobody-here': 'There is no account with this address among the people whom your office serves.',
  'identity.no-second-factor':
    'This account does not ask for a second step: a link by mail to set a new password is enough.',
  'identity.office-beyond':
    'This person holds an office: only an administrator above it gives a sign-in code.',
  'identity.wrong-counter-code':
    'The code is wrong, used or has run out. Please ask for another at the counter.',
};
