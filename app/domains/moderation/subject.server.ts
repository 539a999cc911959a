import type { KindAccess, SubjectServer } from '../define-subject.server';
import type { Context } from '../context';
import { DomainError } from '../domain-error';
import type { ReportDecider } from '../known-subjects';
import { decideAppeal } from './reports/appeal.server';
import { heldInModeration } from './held.server';
import { decideSanctionAppeal } from './sanctions/appeal-sanction.server';
import { endDueSanctions } from './sanctions/end-sanction.server';
import { mayReadSanction } from './sanctions/policy';
import { ensureMayPost } from './sanctions/sanction.query.server';
import { ensureReadsReport } from './reports/ensure-reads-report.server';
import { reportPictures } from './reports/report-content.server';
import { moderation } from './subject';
import { moveQueueItems } from './queue/queue.server';

/** Read by whom it concerns and by moderators of its area; the public log says nothing of it. */
const sanction: KindAccess = {
  listed: async (ctx, ids) => {
    const rows = await ctx.database.read.sanction.findMany({
      where: { id: { in: ids } },
      select: { id: true, personId: true, areaId: true },
    });
    const read = rows.filter((row) => mayReadSanction(ctx.actor, row).allowed);
    return read.map(({ id }) => ({ id, title: null }));
  },
  ruled: async (ctx, ids) => {
    const rows = await ctx.database.read.sanction.findMany({ where: { id: { in: ids } } });
    return rows.filter((row) => mayReadSanction(ctx.actor, row).allowed);
  },
};

export const moderationServer: SubjectServer = {
  subject: moderation,
  access: { sanction },
  ensureMayPost,
  recurring: (ctx) => ({
    'moderation.sanctions': { everySeconds: 600, isIrreversible: true, run: () => endDueSanctions(ctx) },
  }),
  held: heldInModeration,
  attachments: { [reportPictures]: ensureReadsReport },
  movesAlong: (ctx, { kind, id, areaId }) =>
    moveQueueItems(ctx, { subjectKind: kind, subjectIds: [id], areaId }),
  queue: {
    report: {
      decide: (ctx, { subjectKind, subjectId }, { approve: hide, reason, ground }) =>
        deciderOf(ctx, subjectKind)(ctx, subjectId, { hide, reason, ground }),
    },
    'sanction-appeal': {
      decide: (ctx, { subjectId }, verdict) => decideSanctionAppeal(ctx, subjectId, verdict),
    },
    appeal: {
      decide: (ctx, thing, verdict) =>
        decideAppeal(ctx, thing, { ...verdict, show: deciderOf(ctx, thing.subjectKind) }),
    },
  },
};

function deciderOf(ctx: Context, subjectKind: string): ReportDecider<Context> {
  const decider = ctx.subjects.reports.get(subjectKind);
  if (!decider) throw new DomainError('invalid', { reason: 'moderation.decide-on-page' });
  return decider;
}
