export { claimsToCheck } from './certificates.server';
export {
  actingMembers,
  membersOf,
  membersOfSql,
  organisationsById,
} from './asked-organisations.query.server';
export { organisationsAround, organisationsNamed } from './choose-organisation.query.server';
export { invitationsFor } from './invite-member.server';
export { lookForOrganisations, organisationChoices } from './organisation-choices.query.server';
export {
  departmentsByCode,
  departmentsByName,
  departmentsFor,
  isInService,
  isVerifiedDepartment,
  organisationNames,
  organisationsInService,
} from './organisation.query.server';
export {
  mergedInto,
  predecessorsOfEach,
  reasonOfMerger,
  successorOf,
  successorsOf,
} from './successors.query.server';
export type { Successor } from './successors.query.server';
export { signingOutlooks } from './signing-outlook.query.server';
export { ensureMaySignFor } from './signatories.server';
