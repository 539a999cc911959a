import type { ReadContext } from '../context';
import { DomainError } from '../domain-error';
import { matterOfUpdate } from '../bridges/index.server';
import { feedbackPage } from '../feedback/index.server';
import { attachmentsOf, openPicture } from '../files/index.server';
import { proposalPage } from '../proposals/index.server';
import { ensureReadsNote, ensureReadsOrder } from '../workorders/index.server';

type Read = (ctx: ReadContext, id: string) => Promise<unknown>;

/** Whoever may read what a posted update is about. */
const update: Read = async (ctx, id) => {
  const matter = await matterOfUpdate(ctx, id);
  if (!matter) throw new DomainError('not-found');
  return matter.kind === 'feedback' ? feedbackPage(ctx, matter.id) : ensureReadsOrder(ctx, matter.id);
};

/** Who may read what a file hangs on: each throws where the actor may not. A kind that is not named is read by nobody. */
const readers: Record<string, Read> = {
  proposal: proposalPage,
  feedback: (ctx, id) => feedbackPage(ctx, id),
  'external-update': update,
  'work-order-before': ensureReadsOrder,
  'work-order-after': ensureReadsOrder,
  'work-order-before-2': ensureReadsOrder,
  'work-order-after-2': ensureReadsOrder,
  'work-order-note': ensureReadsNote,
};

async function mayRead(ctx: ReadContext, subjectKind: string, subjectId: string): Promise<boolean> {
  const read = readers[subjectKind];
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
 * `open` says that anyone may: only then may its reader's browser keep it.
 */
export async function readablePicture(ctx: ReadContext, fileId: string) {
  const { uploadedBy, subjects } = await attachmentsOf(ctx, fileId);
  const own = ctx.actor.kind === 'person' && ctx.actor.personId === uploadedBy;
  const visitor: ReadContext = { ...ctx, actor: { kind: 'visitor' } };
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
