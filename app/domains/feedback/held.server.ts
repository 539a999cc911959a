import { detachAll } from '../files/index.server';
import { official, treated } from '../held-on-persons';
import type { HeldOnPersons } from '../held-on-persons';
import { rewriteConfidentialEvents } from '../ledger/index.server';
import { retitleQueueItems } from '../moderation/index.server';
import { moveFeedback } from './move-feedback.server';
import { kept } from '../held-terms';

const erasedWords = { title: '—', body: '', bodyHtml: '', place: null, latitude: null, longitude: null };

export const heldInFeedback: HeldOnPersons = {
  models: {
    Feedback: {
      authorId: treated(
        'confidential feedback loses its words and pictures, and what nobody has answered is withdrawn; while an ' +
          'order runs on it the words stay with the order. Public feedback stays without the name',
      ),
      answeredBy: official,
    },
  },
  terms: {
    Feedback: kept.matter,
  },
  erase: async (ctx, person) => {
    const confidential = await ctx.prisma.feedback.findMany({
      where: { authorId: person.id, isPublic: false, state: { not: 'dispatched' } },
      select: { id: true, state: true },
    });
    const subjectIds = confidential.map(({ id }) => id);
    await ctx.prisma.feedback.updateMany({ where: { id: { in: subjectIds } }, data: erasedWords });
    await detachAll(ctx, 'feedback', subjectIds);
    const told = { subjectKind: 'feedback', subjectIds };
    await retitleQueueItems(ctx, told, erasedWords.title);
    await rewriteConfidentialEvents(ctx, told, { title: erasedWords.title });
    const waiting = confidential.filter(({ state }) => state === 'submitted').map(({ id }) => id);
    await moveFeedback(ctx, waiting, {
      ...{ event: 'withdraw', tells: 'feedback.withdrawn', because: { ground: 'account-erased' } },
    });
  },
};
