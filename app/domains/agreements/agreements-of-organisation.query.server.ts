import type { ReadContext } from '../context';
import { readableAgreements } from './visibility';

const most = 20;
/** What holds and what held: what never came about says nothing of who was asked. */
const cameAbout = ['in-force', 'ended', 'replaced'];

/** The agreements that an organisation has signed, the newest first, as far as the actor may read them. */
export const agreementsOfOrganisation = ({ database, actor }: ReadContext, organisationId: string) =>
  database.read.agreement.findMany({
    where: {
      AND: [readableAgreements(actor), { parties: { some: { organisationId } } }],
      state: { in: cameAbout },
    },
    orderBy: { id: 'desc' },
    take: most,
    select: { id: true, title: true, state: true },
  });
