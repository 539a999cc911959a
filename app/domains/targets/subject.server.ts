import { withoutRule } from '../define-subject.server';
import type { SubjectServer } from '../define-subject.server';
import { officials } from '../held-on-persons';
import { targets } from './subject';

export const targetsServer: SubjectServer = {
  subject: targets,
  access: { target: withoutRule },
  held: { models: { Target: officials('createdBy'), TargetChange: officials('changedBy') } },
};
