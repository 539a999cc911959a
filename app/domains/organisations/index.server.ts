export { decideOrganisation } from './organisation.server';
export { departmentsFor, organisationChoices, organisationNames } from './organisation.query.server';
