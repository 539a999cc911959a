import type { Context } from '../context';
import { DomainError } from '../domain-error';
import { follow, unfollow } from '../notifications/index.server';

/** The actor follows a thing from now on, or no longer. */
export async function setFollowing(
  ctx: Context,
  input: { subjectKind: string; subjectId: string; following: boolean },
): Promise<void> {
  if (ctx.actor.kind !== 'person') throw new DomainError('signed-out');
  const { personId } = ctx.actor;
  const { subjectKind, subjectId, following } = input;
  await ctx.database.transaction((tx) =>
    following
      ? follow(tx, { personId, subjectKind, subjectId, at: ctx.clock.now() })
      : unfollow(tx, { personId, subjectKind, subjectId }),
  );
}
