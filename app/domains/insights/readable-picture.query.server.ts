import type { Context } from '../context';
import { DomainError } from '../domain-error';
import { feedbackPage } from '../feedback/index.server';
import { attachmentsOf, openPicture } from '../files/index.server';
import { proposalPage } from '../proposals/index.server';
import { ensureReadsNote } from '../workorders/index.server';
import { lineOfFeedback } from './line-of-matter.query.server';

async function mayRead(ctx: Context, subjectKind: string, subjectId: string): Promise<boolean> {
  try {
    if (subjectKind === 'proposal') await proposalPage(ctx, subjectId);
    if (subjectKind === 'feedback')
      await feedbackPage(ctx, subjectId, (await lineOfFeedback(ctx, subjectId)).departmentIds);
    if (subjectKind === 'work-order-note') await ensureReadsNote(ctx, subjectId);
    return true;
  } catch (error) {
    if (error instanceof DomainError) return false;
    throw error;
  }
}

/**
 * A picture for whoever may read one of the things that show it; an unattached one for its uploader.
 * `open` says that anyone may: only then may a shared cache keep it.
 */
export async function readablePicture(ctx: Context, fileId: string) {
  const { uploadedBy, subjects } = await attachmentsOf(ctx, fileId);
  const own = ctx.actor.kind === 'person' && ctx.actor.personId === uploadedBy;
  const visitor: Context = { ...ctx, actor: { kind: 'visitor' } };
  for (const { subjectKind, subjectId } of subjects) {
    if (await mayRead(visitor, subjectKind, subjectId))
      return { open: true, ...(await openPicture(ctx, fileId)) };
  }
  if (own) return { open: false, ...(await openPicture(ctx, fileId)) };
  for (const { subjectKind, subjectId } of subjects) {
    if (await mayRead(ctx, subjectKind, subjectId))
      return { open: false, ...(await openPicture(ctx, fileId)) };
  }
  throw new DomainError('not-found');
}
