import type { ReadContext } from '../../context';
import { displayNames } from '../../identity/index.server';
import { mayMergeProposals } from '../policy';
import { readableProposals } from '../visibility';
import { whyNotUndo } from '../rules/merge-rules';

/** Of the proposals that were merged into this one those that the actor may read, with their authors, and whether the actor may undo it. */
export async function mergedInto(ctx: ReadContext, into: { id: string; areaId: string; state: string }) {
  const merges = await ctx.database.read.proposalMerge.findMany({
    where: { intoId: into.id, undoneAt: null },
    orderBy: { id: 'asc' },
    take: 100,
  });
  if (merges.length === 0) return [];
  const rows = await ctx.database.read.proposal.findMany({
    where: { AND: readableProposals(ctx.actor), id: { in: merges.map((merge) => merge.fromId) } },
    select: { id: true, title: true, authorId: true, areaId: true },
  });
  const names = await displayNames(
    ctx,
    rows.map((row) => row.authorId),
  );
  const at = ctx.clock.now();
  return merges.flatMap((merge) => {
    const from = rows.find((row) => row.id === merge.fromId);
    if (!from) return [];
    const open = whyNotUndo(merge, { intoState: into.state, fromMergedInto: true, at }) === null;
    return [
      {
        mergeId: merge.id,
        id: from.id,
        title: from.title,
        authorId: from.authorId,
        authorName: names[from.authorId] ?? '',
        reason: merge.reason,
        mergedAt: merge.mergedAt,
        undoUntil: merge.undoUntil,
        mayUndo: open && mayMergeProposals(ctx.actor, from, into).allowed,
      },
    ];
  });
}

export type MergedProposal = Awaited<ReturnType<typeof mergedInto>>[number];
