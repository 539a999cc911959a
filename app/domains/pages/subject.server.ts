import { withoutRule } from '../define-subject.server';
import type { SubjectServer } from '../define-subject.server';
import { officials } from '../held-on-persons';
import { ownTexts } from './known-pages';
import { logoKind } from './profile/logo-kind';
import { portalPages } from './subject';
import { paths } from '~/paths';

export const portalPagesServer: SubjectServer = {
  subject: portalPages,
  access: { page: withoutRule, portal: withoutRule },
  attachments: { [logoKind]: () => Promise.resolve(null) },
  held: {
    models: {
      PortalPage: officials('createdBy'),
      PortalProfileChange: officials('changedBy'),
      PortalPageVersion: officials('savedBy', 'publishedBy', 'withdrawnBy'),
    },
  },
  setUp: [
    {
      name: 'own-texts',
      at: paths.pagesDesk,
      wholePortal: true,
      // Of those that only the portal itself can write, one that is missing leaves the step to do.
      count: async ({ database }) => {
        const written = await database.read.portalPage.count({
          where: { id: { in: [...ownTexts] }, publishedVersion: { not: null } },
        });
        return written === ownTexts.length ? written : 0;
      },
    },
  ],
};
