export { invitationsFor } from './invite-member.server';
export {
  departmentsFor,
  isInService,
  isVerifiedDepartment,
  organisationChoices,
  organisationNames,
} from './organisation.query.server';
