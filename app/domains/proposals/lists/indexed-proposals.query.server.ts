import type { IndexedKind } from '../../define-subject.server';
import { publicProposals } from '../visibility';

/** Published proposals, whatever became of them: lists find those that were withdrawn, too. */
export const indexedProposals: IndexedKind = {
  table: 'Proposal',
  publicIds: async (ctx, { before, take }) => {
    const where = { AND: [publicProposals, before === null ? {} : { id: { lt: before } }] };
    const order = { orderBy: { id: 'desc' }, take } as const;
    const rows = await ctx.database.read.proposal.findMany({ where, ...order, select: { id: true } });
    return rows.map(({ id }) => id);
  },
  publicTexts: (ctx, ids) =>
    ctx.database.read.proposal.findMany({
      where: { AND: publicProposals, id: { in: [...ids] } },
      select: { id: true, title: true, body: true },
    }),
};
