import { official, officials, stays } from '../held-on-persons';
import type { HeldOnPersons } from '../held-on-persons';

const untilClosing = stays(
  'until the conversation closes, so that nobody takes part twice; then forgotten for everyone',
);

export const heldInOpinions: HeldOnPersons = {
  models: {
    Conversation: officials('openedBy'),
    Statement: { authorId: untilClosing, decidedBy: official },
    Participant: { personId: untilClosing },
  },
  exportMore: async (ctx, person) => ({
    answers: await ctx.database.read.statementAnswer.findMany({
      where: { participant: { personId: person.id } },
    }),
  }),
};
