import type { ReadContext } from '../../context';

/** What is recruited for now comes first. */
const most = 20;

/** The activities that an organisation has published, the newest first. */
export const activitiesOfOrganisation = ({ database }: ReadContext, organisationId: string) =>
  database.read.opportunity.findMany({
    where: { organisationId, state: 'published' },
    orderBy: { id: 'desc' },
    take: most,
    select: { id: true, title: true, state: true },
  });
