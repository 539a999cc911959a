export { accountPage, changeProfile, grantAdministrator, recordOwnData } from './account.server';
export { eachPersonId } from './each-person.server';
export { formerAccounts } from './former-accounts.server';
export { birthYearOf, demoPeople, displayNames, personsOfKnownAge } from './people.query.server';
export { portalTops } from './portal-tops.query.server';
export { confirmAddress, register } from './register.server';
export { changePassword, requestPasswordReset, resetPassword } from './reset-password.server';
export { householdKeyOf, readResidenceAddress, requestResidence } from './residence.server';
export { confirmedEmailOf, personByEmail, personsByEmail, residentsOfName } from './residents.query.server';
export type { NamedResident } from './residents.query.server';
export { mailCode, makeCode } from './confirm-by-mail.server';
export { proveOneself } from './prove-oneself.server';
export type { Proof } from './prove-oneself.server';
export { createServiceAccount } from './service-account.server';
export { administeredAreas, grantRole, revokeRole, rolesHeld } from './roles.server';
export { resolveActor, resolvePerson } from './resolve-actor.server';
export { unattendedReader } from './unattended-reader.query.server';
export {
  chooseOrganisation,
  confirmOwnPassword,
  endSession,
  openSession,
  sessionKey,
  signIn,
  signOut,
  signOutElsewhere,
} from './sessions.server';
