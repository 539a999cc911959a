import { z } from 'zod';
import { organisationKinds } from '../actor';
import { askedOf, definePublished, instant, known } from '../define-published.server';
import { readableOrganisations } from './visibility';
import { listPage, newestFirst } from '~/platform/db/lists/list-page';

const states = ['verified', 'inactive'] as const;

const shape = {
  name: z.string(),
  kind: known(organisationKinds),
  creditCode: z.string(),
  areaId: z.string(),
  about: z.string(),
  state: known(states),
  verifiedAt: instant.nullable(),
};

/** Organisations that moderators have verified, without their members and how to reach them. */
export const publishedOrganisations = definePublished({
  ...{ name: 'organisations', kind: 'organisation', states, time: 'verifiedAt', shape },
  rows: (ctx, asked) =>
    listPage({ order: newestFirst, cursor: asked.cursor, size: asked.size }, ({ behind, ...page }) =>
      ctx.database.read.organisation.findMany({
        where: {
          AND: [readableOrganisations({ kind: 'visitor' }), askedOf(asked, 'verifiedAt'), behind],
        },
        ...page,
        select: {
          ...{ id: true, name: true, kind: true, creditCode: true, areaId: true, about: true },
          ...{ state: true, verifiedAt: true },
        },
      }),
    ),
});
