import type { IndexedKind } from '../../define-subject.server';
import { publicFeedback } from '../visibility';

export const indexedFeedback: IndexedKind = {
  table: 'Feedback',
  publicIds: async (ctx, { before, take }) => {
    const where = { AND: [publicFeedback, before === null ? {} : { id: { lt: before } }] };
    const order = { orderBy: { id: 'desc' }, take } as const;
    const rows = await ctx.database.read.feedback.findMany({ where, ...order, select: { id: true } });
    return rows.map(({ id }) => id);
  },
  publicTexts: (ctx, ids) =>
    ctx.database.read.feedback.findMany({
      where: { AND: publicFeedback, id: { in: [...ids] } },
      select: { id: true, title: true, body: true },
    }),
};
