export { organisationsAround, organisationsNamed } from './choose-organisation.query.server';
export { invitationsFor } from './invite-member.server';
export {
  departmentsFor,
  isInService,
  isVerifiedDepartment,
  organisationChoices,
  organisationNames,
  organisationsInService,
} from './organisation.query.server';
export { ensureMaySignFor } from './signatories.server';
