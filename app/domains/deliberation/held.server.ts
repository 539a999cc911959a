import { gone, officials, stays } from '../held-on-persons';
import type { HeldOnPersons } from '../held-on-persons';
import { kept } from '../held-terms';

export const heldInDeliberation: HeldOnPersons = {
  models: {
    Comment: { authorId: stays('others answered it: the words stay without the name') },
    CommentVote: { personId: stays('it counts once: the same address votes on the comment no second time') },
    CommentMention: { personId: gone },
    DiscussionSummary: officials('writtenBy'),
  },
  terms: {
    Comment: kept.matter,
    CommentMention: kept.matter,
    CommentVote: kept.matter,
  },
};
