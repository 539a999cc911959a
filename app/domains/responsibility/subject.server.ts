import { withoutRule } from '../define-subject.server';
import type { SubjectServer } from '../define-subject.server';
import { officials } from '../held-on-persons';
import { responsibility } from './subject';

export const responsibilityServer: SubjectServer = {
  subject: responsibility,
  access: { responsibility: withoutRule },
  held: {
    models: {
      ResponsibilityEntry: officials('changedBy', 'endedBy'),
      DispatchChoice: officials('decidedBy'),
    },
  },
};
