import type { Context, ReadContext } from '../context';
import { inTransaction } from '../in-transaction.server';
import { DomainError } from '../domain-error';
import { keyOfSubject } from '../ledger/index.server';
import { follow, unfollow } from '../notifications/index.server';
import { accessOfAllSubjects } from './subject-access.server';

/** The kinds whose pages offer to follow them. */
export const followedKinds = [
  'proposal',
  'feedback',
  'conversation',
  'ballot',
  'opportunity',
  'agreement',
  'work-order',
  'organisation',
  'area',
] as const;

/** Throws `not-found` where there is no such thing, `forbidden` where the actor may not read it. */
async function ensureReads(ctx: ReadContext, key: { kind: string; id: string }): Promise<void> {
  const { readable } = accessOfAllSubjects;
  if ((await readable(ctx, [key])).has(keyOfSubject(key))) return;
  const there = await readable({ ...ctx, actor: { kind: 'system' } }, [key]);
  if (!there.has(keyOfSubject(key))) throw new DomainError('not-found');
  throw new DomainError('forbidden', { reason: 'follow.what-you-read' });
}

/** The actor follows a thing that they may read from now on, or no longer. */
export async function setFollowing(
  ctx: Context,
  input: { subjectKind: string; subjectId: string; following: boolean },
): Promise<void> {
  if (ctx.actor.kind !== 'person') throw new DomainError('signed-out');
  const { personId } = ctx.actor;
  const { subjectKind, subjectId, following } = input;
  if (following) {
    if (!(followedKinds as readonly string[]).includes(subjectKind)) throw new DomainError('not-found');
    await ensureReads(ctx, { kind: subjectKind, id: subjectId });
  }
  await inTransaction(ctx, (ctx) =>
    following
      ? follow(ctx, { personId, subjectKind, subjectId, at: ctx.clock.now() })
      : unfollow(ctx, { personId, subjectKind, subjectId }),
  );
}
