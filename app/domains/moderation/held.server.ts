import { officials, treated } from '../held-on-persons';
import type { HeldOnPersons } from '../held-on-persons';

export const heldInModeration: HeldOnPersons = {
  models: {
    QueueItem: officials('assignedTo', 'decidedBy'),
    ContentReport: { reporterId: treated('its words are emptied; that something was reported stays') },
  },
  erase: async (ctx, person) => {
    const reports = await ctx.prisma.contentReport.findMany({
      where: { reporterId: person.id, words: { not: '' } },
    });
    for (const { id, subjectKind, subjectId, ground, words } of reports) {
      await ctx.prisma.queueItem.updateMany({
        where: { kind: 'report', subjectKind, subjectId, detail: `${ground}: ${words}` },
        data: { detail: `${ground}: ` },
      });
      await ctx.prisma.contentReport.update({ where: { id }, data: { words: '' } });
    }
  },
};
