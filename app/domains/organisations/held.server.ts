import { gone, officials, stays, treated } from '../held-on-persons';
import type { HeldOnPersons } from '../held-on-persons';
import { lockOrganisation } from './load-organisation.server';
import { releaseMember } from './members.server';
import { kept } from '../held-terms';

export const heldInOrganisations: HeldOnPersons = {
  models: {
    OrganisationMember: { personId: treated('the person leaves; an organisation without owner is told of') },
    OwnershipOffer: { toPersonId: gone, ...officials('offeredBy') },
    SigningMandate: {
      personId: stays('who was allowed to sign contracts is part of them'),
      ...officials('grantedBy'),
    },
    OrganisationInvitation: { email: { ...gone, by: 'email' }, ...officials('invitedBy') },
  },
  terms: {
    OrganisationInvitation: kept.untilDone('it is answered or taken back'),
    OrganisationMember: kept.account,
    OwnershipOffer: kept.untilDone('it is answered or taken back'),
    SigningMandate: kept.account,
  },
  secret: ['sealedName'],
  exportMore: async (ctx, person) => {
    const rows = await ctx.database.read.signingMandate.findMany({ where: { personId: person.id } });
    const open = (sealed: string) => (sealed === '' ? null : ctx.keys.open(sealed));
    return { signingNames: rows.map(({ id, sealedName }) => ({ id, name: open(sealedName) })) };
  },
  erase: async (ctx, person) => {
    const memberships = await ctx.prisma.organisationMember.findMany({
      where: { personId: person.id },
      orderBy: { organisationId: 'asc' },
    });
    for (const { organisationId } of memberships) {
      const organisation = await lockOrganisation(ctx, organisationId);
      await releaseMember(ctx, { organisation, personId: person.id });
    }
  },
};
