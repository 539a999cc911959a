import type { Context } from '../context';
import { inTransaction } from '../in-transaction.server';
import { DomainError, ensure } from '../domain-error';
import { formerAccounts } from '../identity/index.server';
import { appendEvent } from '../ledger/index.server';
import { deliberationEvents } from './events';
import { mayVoteOnComment } from './policy';
import { controversyOf, meritOf } from './rules/weigh-votes';
import type { CommentVote } from './schema';
import type { Transaction } from '~/platform/db/database.server';
import { lockRow } from '~/platform/db/lock-row';

interface Cast {
  commentId: string;
  personId: string;
  vote: CommentVote;
  at: Date;
}

/** Writes the one row of the person and answers by how much the two counts change. */
async function write(tx: Transaction, { commentId, personId, vote, at }: Cast) {
  const mine = { commentId, personId };
  if (vote === 'none') {
    const support = await tx.prisma.commentVote.deleteMany({ where: { ...mine, supports: true } });
    const oppose = await tx.prisma.commentVote.deleteMany({ where: mine });
    return { support: -support.count, oppose: -oppose.count };
  }
  const supports = vote === 'support';
  const added = await tx.sql.run(
    'INSERT INTO "CommentVote" ("commentId", "personId", "supports", "createdAt") VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
    [commentId, personId, supports, at],
  );
  const sign = supports ? 1 : -1;
  if (added > 0) return { support: supports ? 1 : 0, oppose: supports ? 0 : 1 };
  const turned = await tx.prisma.commentVote.updateMany({
    where: { ...mine, supports: !supports },
    data: { supports, createdAt: at },
  });
  return turned.count > 0 ? { support: sign, oppose: -sign } : { support: 0, oppose: 0 };
}

export interface VoteOnComment {
  /** The matter whose page the voter reads: a vote on a comment elsewhere is `not-found`. */
  subjectKind: string;
  subjectId: string;
  commentId: string;
  vote: CommentVote;
}

/** A person supports a comment or opposes it, changes the vote, or takes it back. Repeating changes nothing. */
export async function voteOnComment(ctx: Context, input: VoteOnComment): Promise<void> {
  const { subjectKind, subjectId, commentId, vote } = input;
  const { actor } = ctx;
  await inTransaction(ctx, async (ctx) => {
    // Held first: what is counted must not change between the person's row and the two sums.
    await lockRow(ctx, 'Comment', commentId);
    const comment = await ctx.prisma.comment.findFirst({ where: { id: commentId, subjectKind, subjectId } });
    if (!comment) throw new DomainError('not-found');
    ensure(mayVoteOnComment(actor, comment));
    if (actor.kind !== 'person') throw new DomainError('signed-out');
    const former = await formerAccounts(ctx, actor.personId);
    if ((await ctx.prisma.commentVote.count({ where: { commentId, personId: { in: former } } })) > 0)
      throw new DomainError('conflict', { reason: 'identity.counted-before' });
    const cast = { commentId, personId: actor.personId, vote, at: ctx.clock.now() };
    const change = await write(ctx, cast);
    if (change.support === 0 && change.oppose === 0) return;
    const counts = await ctx.prisma.comment.update({
      where: { id: commentId },
      data: { supportCount: { increment: change.support }, opposeCount: { increment: change.oppose } },
      select: { supportCount: true, opposeCount: true },
    });
    const votes = { support: counts.supportCount, oppose: counts.opposeCount };
    await ctx.prisma.comment.update({
      where: { id: commentId },
      data: { merit: meritOf(votes), controversy: controversyOf(votes) },
    });
    await appendEvent(ctx, deliberationEvents, {
      type: 'comment.voted',
      subjectKind,
      subjectId,
      areaId: comment.areaId,
      publicData: { title: '' },
      privateData: { commentId, vote },
    });
  });
}
