import { z } from 'zod';
import { withoutRule } from '../define-subject.server';
import type { SubjectServer } from '../define-subject.server';
import { officials } from '../held-on-persons';
import { coverAgain } from './back-in-service.server';
import { responsibility } from './subject';
import { paths } from '~/paths';
import { concerning } from '~/platform/db/lists/area-scope';

const changed = z.object({ subjectId: z.string() });

export const responsibilityServer: SubjectServer = {
  subject: responsibility,
  access: { responsibility: withoutRule },
  setUp: [
    {
      name: 'responsibilities',
      at: paths.responsibilities,
      count: ({ database }, areaIds) =>
        database.read.responsibilityEntry.count({
          where: { currentKey: { not: null }, OR: areaIds.flatMap((id) => concerning(id).OR) },
        }),
    },
  ],
  jobs: (ctx) => ({
    'responsibility.organisation-changed': (payload) => coverAgain(ctx, changed.parse(payload).subjectId),
  }),
  held: {
    models: {
      ResponsibilityEntry: officials('changedBy', 'endedBy'),
      DispatchChoice: officials('decidedBy'),
    },
  },
};
