import type { ReadContext } from '../context';
import { DomainError } from '../domain-error';
import { attachmentsOf, openPicture } from '../files/index.server';
import type { SmallerEdge } from '~/lib/pictures/picture-sizes';

/** A kind of attachment that no subject names is seen by nobody. */
async function mayRead(ctx: ReadContext, subjectKind: string, subjectId: string): Promise<boolean> {
  const read = ctx.subjects.attachments.get(subjectKind);
  if (!read) return false;
  try {
    await read(ctx, subjectId);
    return true;
  } catch (error) {
    if (error instanceof DomainError) return false;
    throw error;
  }
}

/**
 * A picture for whoever may read one of the things that show it; an unattached one for its uploader.
 * `open` says that anyone may: only then may its reader's browser keep it. Every size is read by the same rule.
 */
export async function readablePicture(ctx: ReadContext, fileId: string, edge: SmallerEdge | null = null) {
  const { uploadedBy, subjects } = await attachmentsOf(ctx, fileId);
  const own = ctx.actor.kind === 'person' && ctx.actor.personId === uploadedBy;
  const visitor: ReadContext = { ...ctx, actor: { kind: 'visitor' } };
  for (const { subjectKind, subjectId } of subjects) {
    if (await mayRead(visitor, subjectKind, subjectId))
      return { open: true, ...(await openPicture(ctx, fileId, edge)) };
  }
  if (own) return { open: false, ...(await openPicture(ctx, fileId, edge)) };
  for (const { subjectKind, subjectId } of subjects) {
    if (await mayRead(ctx, subjectKind, subjectId))
      return { open: false, ...(await openPicture(ctx, fileId, edge)) };
  }
  throw new DomainError('not-found');
}
