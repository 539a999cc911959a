import type { Context, TransactionContext } from '../../context';
import { inTransaction } from '../../in-transaction.server';
import { DomainError, ensure } from '../../domain-error';
import { attachPictures, attachmentCount, detachFile, storeFile } from '../../files/index.server';
import type { NamedFile } from '../../files/index.server';
import { attachmentKind } from './attachment-kind';
import { keepVersion } from './keep-version.server';
import { heldAgreement, moveAgreement, tellOfAgreement } from '../move-agreement.server';
import type { HeldAgreement } from '../move-agreement.server';
import { mayChangeFiles } from '../policy';

export const largestAttachment = 20 * 1024 * 1024;
export const mostAttachments = 10;

async function editedDraft(ctx: TransactionContext, agreementId: string, what: 'add' | 'remove') {
  const agreement = await heldAgreement(ctx, agreementId);
  ensure(mayChangeFiles(ctx.actor, agreement, what));
  return agreement;
}

/** With other files it is another version of the text. */
async function keepEdited(ctx: TransactionContext, agreement: HeldAgreement): Promise<void> {
  await moveAgreement(ctx, agreement, {
    event: 'edit',
    data: { version: agreement.version + 1, updatedAt: ctx.clock.now() },
  });
  await keepVersion(ctx, agreement.id);
  await tellOfAgreement(ctx, agreement, { type: 'agreement.edited' });
}

const subjectKind = attachmentKind;

/** Keeps files that will hang on an agreement or on its evidence, by their names; answers their ids. */
export async function storeNamed(ctx: Context, files: readonly NamedFile[]): Promise<string[]> {
  const fileIds: string[] = [];
  for (const file of files)
    fileIds.push(await storeFile(ctx, file, { mostBytes: largestAttachment, namesPictures: true }));
  return fileIds;
}

/** A party adds files to the draft: they are part of the text, and their hashes of what is signed. */
export async function attachFiles(
  ctx: Context,
  agreementId: string,
  files: readonly NamedFile[],
): Promise<void> {
  const draft = await ctx.database.read.agreement.findUnique({
    where: { id: agreementId },
    include: { parties: true },
  });
  if (!draft) throw new DomainError('not-found');
  // Asked before files are kept for nothing.
  ensure(mayChangeFiles(ctx.actor, draft, 'add'));
  if (files.length === 0) throw new DomainError('invalid', { field: 'files', reason: 'agreements.no-file' });
  const fileIds = await storeNamed(ctx, files);
  await inTransaction(ctx, async (ctx) => {
    const agreement = await editedDraft(ctx, agreementId, 'add');
    const before = await attachmentCount(ctx, subjectKind, agreementId);
    if (before + fileIds.length > mostAttachments)
      throw new DomainError('invalid', { field: 'files', reason: 'agreements.too-many-files' });
    await attachPictures(ctx, { subjectKind, subjectId: agreementId, fileIds });
    await keepEdited(ctx, agreement);
  });
}

/** A party takes a file off the draft; who presses twice has taken it off, and makes no version that changes nothing. */
export async function removeFile(ctx: Context, agreementId: string, fileId: string): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const agreement = await editedDraft(ctx, agreementId, 'remove');
    if (await detachFile(ctx, { subjectKind, subjectId: agreementId, fileId }))
      await keepEdited(ctx, agreement);
  });
}
