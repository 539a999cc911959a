import type { ReadContext } from '../context';
import { DomainError } from '../domain-error';
import { ensureReads } from '../ensure-reads';

/** Throws `not-found` or `forbidden` unless the actor may read the matter on which a discussion hangs. */
export async function ensureMatterReadable(
  ctx: ReadContext,
  matter: { kind: string; id: string },
): Promise<void> {
  if (ctx.subjects.offersOf(matter.kind)?.discussed !== true) throw new DomainError('not-found');
  await ensureReads(ctx, matter);
}
