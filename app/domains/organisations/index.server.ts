export { decideOrganisation } from './organisation.server';
export {
  departmentsFor,
  isVerifiedDepartment,
  organisationChoices,
  organisationNames,
} from './organisation.query.server';
export { mayReadOrganisation, readableOrganisations } from './visibility';
