import type { Context } from '../context';
import { DomainError } from '../domain-error';
import type { HidingDecision } from '../known-subjects';

/** A moderator hides something, or shows it again, with the reason; nobody has to report it first. */
export async function decideUnasked(
  ctx: Context,
  input: { subjectKind: string; subjectId: string } & Omit<HidingDecision, 'unasked'>,
): Promise<void> {
  const { subjectKind, subjectId, ...decision } = input;
  const decider = ctx.subjects.reports.get(subjectKind);
  if (!decider) throw new DomainError('not-found');
  await decider(ctx, subjectId, { ...decision, unasked: true });
}
