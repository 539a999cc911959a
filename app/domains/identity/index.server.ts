export { accountPage, changeProfile, erasePerson, exportPerson, grantAdministrator } from './account.server';
export { demoPeople, displayNames, peopleWithRole } from './people.query.server';
export { portalTops } from './portal-tops.query.server';
export { confirmAddress, register } from './register.server';
export { changePassword, requestPasswordReset, resetPassword } from './reset-password.server';
export { decideResidence, readResidenceAddress, requestResidence } from './residence.server';
export { createServiceAccount } from './service-account.server';
export { administeredAreas, grantRole, revokeRole, rolesHeld } from './roles.server';
export { resolveActor, resolvePerson } from './resolve-actor.server';
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
