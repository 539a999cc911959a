import type { Context } from '../context';
import { DomainError } from '../domain-error';

/** A moderator shows again what was hidden, with the reason; nobody has to report it first. */
export async function showAgain(
  ctx: Context,
  input: { subjectKind: string; subjectId: string; reason: string },
): Promise<void> {
  const { subjectKind, subjectId, reason } = input;
  const decider = ctx.subjects.reports.get(subjectKind);
  if (!decider) throw new DomainError('not-found');
  await decider(ctx, subjectId, { hide: false, reason, again: true });
}
