import type { SubjectServer } from '../define-subject.server';
import { heldInOrganisations } from './held.server';
import { sendInvitation } from './invite-member.server';
import { certificateKind, ensureSeesCertificates } from './certificates.server';
import { decideOrganisation } from './organisation.server';
import { organisationNames } from './organisation.query.server';
import { organisations } from './subject';
import { mayReadOrganisation, readableOrganisations } from './visibility';
import { actingMembers } from './asked-organisations.query.server';
import { publishedOrganisations } from './published-organisations.query.server';
import { organisationPaths } from '~/paths-organisations';
import { withinAny } from '~/platform/db/lists/area-scope';

export const organisationsServer: SubjectServer = {
  subject: organisations,
  access: {
    organisation: {
      table: 'Organisation',
      listed: async ({ database, actor }, ids) => {
        const where = { AND: readableOrganisations(actor), id: { in: ids } };
        const rows = await database.read.organisation.findMany({ where, select: { id: true, name: true } });
        return rows.map(({ id, name }) => ({ id, title: name }));
      },
      ruled: async ({ database, actor }, ids) => {
        const rows = await database.read.organisation.findMany({ where: { id: { in: ids } } });
        return rows.filter((row) => mayReadOrganisation(actor, row).allowed);
      },
    },
  },
  names: { organisation: organisationNames },
  held: heldInOrganisations,
  setUp: [
    {
      name: 'departments',
      at: organisationPaths.departments,
      count: ({ database }, areaIds) =>
        database.read.organisation.count({
          where: { kind: 'department', state: 'verified', OR: withinAny(areaIds) },
        }),
    },
  ],
  attachments: { [certificateKind]: ensureSeesCertificates },
  audiences: { organisation: actingMembers },
  jobs: (ctx) => ({ 'organisations.invite': (payload) => sendInvitation(ctx, payload) }),
  queue: {
    'organisation-verification': {
      decide: (ctx, { subjectId: organisationId }, { approve: verify, reason }) =>
        decideOrganisation(ctx, { organisationId, verify, reason }),
    },
  },
  published: [publishedOrganisations],
};
