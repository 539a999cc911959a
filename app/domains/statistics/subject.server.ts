import { withoutRule } from '../define-subject.server';
import type { SubjectServer } from '../define-subject.server';
import { officials } from '../held-on-persons';
import { countOrderOfEvent } from './count-orders.server';
import { countMissing } from './recount-statistics.server';
import { statistics } from './subject';

export const statisticsServer: SubjectServer = {
  subject: statistics,
  access: { statistics: withoutRule },
  held: {
    models: {
      StatisticsFormula: officials('createdBy'),
      StatisticsExclusion: officials('decidedBy', 'liftedBy'),
    },
  },
  jobs: (ctx) => ({ 'statistics.count-order': (payload) => countOrderOfEvent(ctx, payload) }),
  recurring: (ctx) => ({ 'statistics.missing': { everySeconds: 600, run: () => countMissing(ctx) } }),
};
