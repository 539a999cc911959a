import { z } from 'zod';
import { withoutRule } from '../define-subject.server';
import type { SubjectServer } from '../define-subject.server';
import { officials } from '../held-on-persons';
import { followMerged } from './follow-merged.server';
import { targets } from './subject';

const changed = z.object({ subjectId: z.string() });

export const targetsServer: SubjectServer = {
  subject: targets,
  access: { target: withoutRule },
  jobs: (ctx) => ({
    'targets.organisation-changed': (payload) => followMerged(ctx, changed.parse(payload).subjectId),
  }),
  held: { models: { Target: officials('createdBy'), TargetChange: officials('changedBy') } },
};
