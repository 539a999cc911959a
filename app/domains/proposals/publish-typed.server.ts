import type { Context } from '../context';
import { doOnce } from '../do-once.server';
import { withinTransaction } from '../within-transaction';
import { createDraft, publishProposal, saveProposal } from './save-proposal.server';
import type { ProposalInput } from './schema';

export interface TypedProposal {
  input: ProposalInput;
  pictureIds: string[];
  /** The draft that it was typed in; none where it is published at once. */
  draftId: string | null;
}

/**
 * Keeps what was typed and publishes it, together or not at all: what cannot be published leaves no draft behind.
 * The same form sent twice is one proposal. Answers its id.
 */
export async function publishTyped(ctx: Context, typed: TypedProposal): Promise<string> {
  const { input, pictureIds, draftId } = typed;
  return doOnce(ctx, 'proposal.publish', async (tx) => {
    const inner = withinTransaction(ctx, tx);
    if (draftId !== null) await saveProposal(inner, draftId, { input, pictureIds });
    const id = draftId ?? (await createDraft(inner, input, pictureIds));
    await publishProposal(inner, id);
    return id;
  });
}
