import type { Context } from '../context';
import { inTransaction } from '../in-transaction.server';
import { DomainError } from '../domain-error';
import { ensureReads } from '../ensure-reads';
import { follow, unfollow } from '../notifications/index.server';

/**
 * The actor follows a thing that they may read from now on, or no longer. Throws `not-found` for what there is not or
 * cannot be followed, `forbidden` where the actor may not read it.
 */
export async function setFollowing(
  ctx: Context,
  input: { subjectKind: string; subjectId: string; following: boolean },
): Promise<void> {
  if (ctx.actor.kind !== 'person') throw new DomainError('signed-out');
  const { personId } = ctx.actor;
  const { subjectKind, subjectId, following } = input;
  if (following) {
    if (ctx.subjects.offersOf(subjectKind)?.followed !== true) throw new DomainError('not-found');
    await ensureReads(ctx, { kind: subjectKind, id: subjectId }, 'follow.what-you-read');
  }
  await inTransaction(ctx, (ctx) =>
    following
      ? follow(ctx, { personId, subjectKind, subjectId, at: ctx.clock.now() })
      : unfollow(ctx, { personId, subjectKind, subjectId }),
  );
}
