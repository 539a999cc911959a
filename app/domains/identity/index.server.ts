export { accountPage, changeProfile, grantAdministrator, recordOwnData } from './account.server';
export { consentToMails, ownConsents, withdrawConsent } from './consents/choose-consents.server';
export { counterSignInMinutes, giveSignIn, signInAtCounter } from './proving/counter-sign-in.server';
export {
  confirmIdentityAtCounter,
  confirmOwnIdentity,
  ownIdentity,
} from './real-names/confirm-identity.server';
export { agreeAsGuardian, waitingChild } from './proving/guardian-agrees.server';
export { identityText } from './former-accounts.server';
export { inviteByList } from './invitations/invite-by-list.server';
export { inviteToRole, invitationsMade, revokeInvitation } from './invitations/invite-to-role.server';
export { invitationAt, joinByInvitation, takeInvitation } from './invitations/take-invitation.server';
export { eachPersonId } from './each-person.server';
export { formerAccounts, halfErased } from './former-accounts.server';
export {
  accountById,
  birthYearOf,
  demoPeople,
  displayNames,
  erasedAmong,
  birthYearsOf,
  suspendedAmong,
} from './people.query.server';
export { findPeople, suspendedPeople } from './people-desk/find-people.query.server';
export { reinstatePerson, suspendPerson } from './people-desk/suspend-person.server';
export {
  askToConfirmPhone,
  confirmPhone,
  dropWaitingPhone,
  ownNumber,
  phoneOf,
  phonePage,
  removePhone,
} from './phones/own-phone.server';
export { ensureTexts, noTexts, numberOf, sendsTexts } from './phones/phone-codes.server';
export {
  askedByPhone,
  askToSignInByPhone,
  enterByPhone,
  numberAsked,
} from './phones/sign-in-by-phone.server';
export { textToPhone } from './phones/tell-of-phone.server';
export { portalTops } from './portal-tops.query.server';
export { confirmAddress, register } from './proving/register.server';
export { changePassword, requestPasswordReset, resetPassword } from './proving/reset-password.server';
export { livingThere } from './residence/lives-at.server';
export {
  addressPage,
  askToChangeAddress,
  changeAddress,
  dropWaitingAddress,
} from './proving/change-address.server';
export { ownSignIns } from './sign-ins.query.server';
export { hashedHouseholds } from './residence/hashed-households';
export { householdText } from './residence/household-key.server';
export { numberText } from './phones/phone-codes.server';
export { readResidenceAddress, requestResidence } from './residence/residence.server';
export {
  confirmedAccount,
  confirmedEmailOf,
  confirmedFactsOf,
  householdKeysOf,
  personByEmail,
  personsByEmail,
  residentIds,
  residentsAmong,
  accountsByEmail,
  residentsOfName,
} from './residence/residents.query.server';
export type { NamedResident } from './residence/residents.query.server';
export { mailCode, makeCode } from './proving/confirm-by-mail.server';
export { recordConsent, recordWithdrawal } from './consents/record-consent.server';
export { tellOfReading } from './tell-of-reading.server';
export { proveOneself, askForProof } from './proving/prove-oneself.server';
export type { Proof } from './proving/prove-oneself.server';
export { addPasskey, askForNewPasskey } from './passkeys/add-passkey.server';
export {
  askForSecondFactor,
  askToSignIn,
  enterByCode,
  enterByMailedCode,
  enterByPasskey,
  signInWithPasskey,
} from './passkeys/enter.server';
export { counterCodeHours, giveRecoveryCode } from './passkeys/give-recovery-code.server';
export {
  hasPasskey,
  offersPasskeys,
  passkeysPage,
  removePasskey,
  renamePasskey,
} from './passkeys/keep-passkeys.server';
export { renewRecoveryCodes, turnOffSecondFactor, turnOnSecondFactor } from './passkeys/second-factor.server';
export { createServiceAccount } from './service-account.server';
export { administeredAreas, grantRole, officersOf, revokeRole, rolesHeld } from './roles.server';
export { namedAccountsSql, openAccountsSql } from './accounts-sql';
export type { AccountsAsked } from './accounts-sql';
export { resolveActor, resolvePerson } from './resolve-actor.server';
export { unattendedReader } from './unattended-reader.query.server';
export {
  chooseOrganisation,
  confirmOwnPassword,
  endSession,
  enterByPassword,
  openSession,
  sessionKey,
  signIn,
  signOut,
  signOutElsewhere,
} from './sessions.server';
export { notePeopleTakingPart } from './taking-part/note-taking-part.server';
export { peopleTakingPart } from './taking-part/taking-part.query.server';
export type { PeopleTakingPart } from './taking-part/taking-part.query.server';
