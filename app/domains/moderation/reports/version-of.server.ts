import type { TransactionContext } from '../../context';
import type { Thing } from './hiding.query.server';

/** Which version of its text a thing has; things that nobody edits have one. */
export async function versionOf(
  ctx: TransactionContext,
  { subjectKind, subjectId: id }: Thing,
): Promise<number> {
  const versions = await ctx.subjects.versions.get(subjectKind)?.(ctx, [id]);
  return versions?.get(id) ?? 1;
}
