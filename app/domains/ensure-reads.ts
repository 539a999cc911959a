import type { ReadContext } from './context';
import { DomainError } from './domain-error';
import { keyOfSubject } from './ledger/subject-access';
import type { SubjectKey } from './ledger/subject-access';

/**
 * Throws `not-found` where there is no such thing, `forbidden` with the reason where the actor may not read it, by the
 * rule of its kind.
 */
export async function ensureReads(ctx: ReadContext, key: SubjectKey, reason?: string): Promise<void> {
  const { readable } = ctx.subjects.access;
  if ((await readable(ctx, [key])).has(keyOfSubject(key))) return;
  const there = await readable({ ...ctx, actor: { kind: 'system' } }, [key]);
  if (!there.has(keyOfSubject(key))) throw new DomainError('not-found');
  throw new DomainError('forbidden', reason === undefined ? {} : { reason });
}

/** Whether there is such a thing and anyone may read it, by the rule of its kind: only then do other things hang on it. */
export async function isOpenToAll(ctx: ReadContext, key: SubjectKey): Promise<boolean> {
  const shown = await ctx.subjects.access.readable({ ...ctx, actor: { kind: 'visitor' } }, [key]);
  return shown.has(keyOfSubject(key));
}
