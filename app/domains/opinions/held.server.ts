import { official, officials, stays } from '../held-on-persons';
import type { ReadContext } from '../context';
import type { HeldOnPersons } from '../held-on-persons';
import { participantKeyOf } from './participant-keys.server';
import { kept } from '../held-terms';

const untilClosing = stays(
  'until the conversation closes, so that nobody takes part twice; then forgotten for everyone',
);

/** Under what the person's answers lie, in all conversations that are not over. */
async function keysOf(ctx: ReadContext, personId: string): Promise<string[]> {
  const conversations = await ctx.database.read.conversation.findMany({
    where: { state: { in: ['open', 'analysing'] } },
    select: { id: true, keyCheck: true },
  });
  return conversations.flatMap((one) => participantKeyOf(ctx, one)?.(personId) ?? []);
}

export const heldInOpinions: HeldOnPersons = {
  models: {
    Conversation: officials('openedBy'),
    Statement: { authorId: untilClosing, decidedBy: official },
    Participant: { personKey: untilClosing },
  },
  terms: {
    Participant: kept.untilDone('closing the conversation takes the person away'),
    Statement: kept.untilDone('closing the conversation takes the author away'),
  },
  exportMore: async (ctx, person) => ({
    answers: await ctx.database.read.statementAnswer.findMany({
      where: { participant: { personKey: { in: await keysOf(ctx, person.id) } } },
    }),
  }),
};
