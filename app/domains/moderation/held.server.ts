import type { TransactionContext } from '../context';
import { officials, treated } from '../held-on-persons';
import type { HeldOnPersons } from '../held-on-persons';
import { detachAll } from '../files/index.server';
import { takeOutWords } from '../notifications/index.server';
import { settleAllQueueItems } from './queue/queue.server';
import { reportPictures } from './reports/report-content.server';
import { kept } from '../held-terms';

const erased = { decision: 'withdrawn', because: { ground: 'account-erased' } } as const;

/** What was said about the person with a sanction, and what they said against it: that and when one was given stays. */
async function emptySanctions(ctx: TransactionContext, personId: string): Promise<void> {
  const rows = await ctx.prisma.sanction.findMany({ where: { personId }, select: { id: true } });
  const subjectIds = rows.map(({ id }) => id);
  await settleAllQueueItems(ctx, { ...erased, subjectKind: 'sanction', subjectIds, concernedId: personId });
  await ctx.prisma.queueItem.updateMany({
    where: { subjectKind: 'sanction', subjectId: { in: subjectIds } },
    data: { title: '', detail: '', reason: null },
  });
  await ctx.prisma.sanction.updateMany({ where: { personId }, data: { reason: '', endedReason: null } });
  await takeOutWords(ctx, personId, { subjectKind: 'sanction', field: 'personId', fields: ['reason'] });
}

/** The person’s appeals against hidings: their words, and the answers to them alone. What was hidden and why stays. */
async function emptyAppeals(ctx: TransactionContext, personId: string): Promise<void> {
  const hidden = await ctx.prisma.queueItem.findMany({
    where: { concernedId: personId, decision: 'hidden' },
    select: { subjectKind: true, subjectId: true },
    distinct: ['subjectKind', 'subjectId'],
  });
  for (const subjectKind of new Set(hidden.map((row) => row.subjectKind))) {
    const subjectIds = hidden.flatMap((row) => (row.subjectKind === subjectKind ? row.subjectId : []));
    const kinds = ['appeal'];
    await settleAllQueueItems(ctx, { ...erased, subjectKind, subjectIds, kinds, concernedId: personId });
    const types = ['appeal.dismissed'];
    await takeOutWords(ctx, personId, { subjectKind, types, field: 'personId', fields: ['reason'] });
    const appeals = { kind: 'appeal', subjectKind, subjectId: { in: subjectIds } };
    await ctx.prisma.queueItem.updateMany({ where: appeals, data: { detail: '' } });
    await ctx.prisma.queueItem.updateMany({
      where: { ...appeals, decision: 'hiding-stands' },
      data: { reason: null },
    });
  }
}

async function emptyReports(ctx: TransactionContext, reporterId: string): Promise<void> {
  const all = await ctx.prisma.contentReport.findMany({ where: { reporterId }, select: { id: true } });
  for (const { id } of all) await detachAll(ctx, reportPictures, [id]);
  const reports = await ctx.prisma.contentReport.findMany({ where: { reporterId, words: { not: '' } } });
  for (const { id, subjectKind, subjectId, ground, words } of reports) {
    await ctx.prisma.queueItem.updateMany({
      where: { kind: 'report', subjectKind, subjectId, detail: `${ground}: ${words}` },
      data: { detail: `${ground}: ` },
    });
    await ctx.prisma.contentReport.update({ where: { id }, data: { words: '' } });
  }
}

export const heldInModeration: HeldOnPersons = {
  models: {
    QueueItem: {
      ...officials('assignedTo', 'decidedBy'),
      concernedId: {
        exported: 'a decision on the matter, which is given out with the matter itself',
        erasing: {
          treated:
            'words about the person alone, and what they wrote in appeals, are emptied; what was decided stays, without a name',
        },
      },
    },
    Sanction: {
      ...officials('decidedBy', 'endedBy'),
      personId: treated('its words are emptied; that one was given stays, without a name'),
    },
    ContentReport: {
      reporterId: treated(
        'its words are emptied and its pictures taken away; that something was reported stays',
      ),
    },
  },
  terms: {
    ContentReport: kept.matter,
    QueueItem: kept.matter,
    Sanction: kept.matter,
  },
  erase: async (ctx, { id }) => {
    await emptySanctions(ctx, id);
    await emptyAppeals(ctx, id);
    await emptyReports(ctx, id);
  },
};
