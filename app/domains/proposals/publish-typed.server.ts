import type { Context } from '../context';
import { doOnce } from '../do-once.server';
import { keepDraft, publishDraft, saveText } from './save-proposal.server';
import type { ProposalInput } from './schema';

export interface TypedProposal {
  input: ProposalInput;
  pictureIds: string[];
  /** The draft that it was typed in, as the page showed it; its id is empty where it is published at once. */
  draft: { id: string; revision?: number | undefined };
}

/**
 * Keeps what was typed and publishes it, together or not at all: what cannot be published leaves no draft behind.
 * The same form sent twice is one proposal. Answers its id.
 */
export async function publishTyped(ctx: Context, typed: TypedProposal): Promise<string> {
  const { input, pictureIds, draft } = typed;
  return doOnce(ctx, 'proposal.publish', async (ctx) => {
    const { revision } = draft;
    if (draft.id !== '') await saveText(ctx, draft.id, { input, pictureIds, revision });
    const id = draft.id || (await keepDraft(ctx, input, pictureIds));
    await publishDraft(ctx, id);
    return id;
  });
}
