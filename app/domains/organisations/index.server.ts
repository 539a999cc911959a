export { invitationsFor, sendInvitation } from './invite-member.server';
export { decideOrganisation } from './organisation.server';
export {
  departmentsFor,
  isInService,
  isVerifiedDepartment,
  organisationChoices,
  organisationNames,
} from './organisation.query.server';
export { mayReadOrganisation, readableOrganisations } from './visibility';
