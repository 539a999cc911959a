import type { Context } from '../context';
import { moveComments, moveCommentsBack } from '../deliberation/index.server';
import { mergeProposals, undoMerge } from '../proposals/index.server';

/** Merges a proposal into another, its discussion included. */
export function mergeWithComments(
  ctx: Context,
  input: { fromId: string; intoId: string; reason: string },
): Promise<void> {
  return mergeProposals(ctx, { ...input, moveComments });
}

/** Undoes a merge, its discussion included. */
export function undoMergeWithComments(
  ctx: Context,
  input: { mergeId: string; reason: string },
): Promise<void> {
  return undoMerge(ctx, { ...input, moveCommentsBack });
}
