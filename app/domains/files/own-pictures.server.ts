import type { Context } from '../context';
import { DomainError } from '../domain-error';
import { inTransaction } from '../in-transaction.server';

/**
 * Throws `invalid` at the field unless the actor uploaded each of these pictures, and all of them are there still: they
 * go after a day.
 */
export async function ensureOwnPictures(
  ctx: Context,
  fileIds: readonly string[],
  field: string,
): Promise<void> {
  if (fileIds.length === 0) return;
  if (ctx.actor.kind !== 'person') throw new DomainError('signed-out');
  const own = await ctx.database.read.storedFile.count({
    where: { id: { in: [...fileIds] }, uploadedBy: ctx.actor.personId, name: null },
  });
  if (own !== new Set(fileIds).size)
    throw new DomainError('invalid', { field, reason: 'files.picture-gone' });
}

/**
 * Says what the actor's own pictures show, for those who do not see them: of those that hang on nothing yet. What is shown
 * already keeps its words.
 */
export async function describePictures(
  ctx: Context,
  described: readonly { id: string; description: string }[],
): Promise<void> {
  const { actor } = ctx;
  if (actor.kind !== 'person' || described.length === 0) return;
  await inTransaction(ctx, async (ctx) => {
    for (const { id, description } of described)
      await ctx.prisma.storedFile.updateMany({
        where: { id, uploadedBy: actor.personId, name: null, attachments: { none: {} } },
        data: { description },
      });
  });
}
