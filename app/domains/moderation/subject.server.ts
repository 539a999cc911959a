import type { SubjectServer } from '../define-subject.server';
import { DomainError } from '../domain-error';
import { heldInModeration } from './held.server';
import { moderation } from './subject';

export const moderationServer: SubjectServer = {
  subject: moderation,
  access: {},
  held: heldInModeration,
  queue: {
    report: {
      decide: (ctx, { subjectKind, subjectId }, { approve: hide, reason }) => {
        const decider = ctx.subjects.reports.get(subjectKind);
        if (!decider) throw new DomainError('invalid', { reason: 'moderation.decide-on-page' });
        return decider(ctx, subjectId, { hide, reason });
      },
    },
  },
};
