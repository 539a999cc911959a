import { detachAll } from '../files/index.server';
import { official, treated } from '../held-on-persons';
import type { HeldOnPersons } from '../held-on-persons';
import { rewriteConfidentialEvents } from '../ledger/index.server';
import { retitleQueueItems } from '../moderation/index.server';
import { moveFeedback } from './move-feedback.server';

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
  erase: async (tx, ctx, person) => {
    const confidential = await tx.prisma.feedback.findMany({
      where: { authorId: person.id, isPublic: false, state: { not: 'dispatched' } },
      select: { id: true, state: true },
    });
    for (const { id, state } of confidential) {
      await tx.prisma.feedback.update({ where: { id }, data: erasedWords });
      await detachAll(tx, 'feedback', id);
      const told = { subjectKind: 'feedback', subjectId: id };
      await retitleQueueItems(tx, told, erasedWords.title);
      await rewriteConfidentialEvents(tx, told, { title: erasedWords.title });
      if (state === 'submitted')
        await moveFeedback(tx, ctx, { feedbackId: id, event: 'withdraw', tells: 'feedback.withdrawn' });
    }
  },
};
