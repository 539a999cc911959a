import type { Transaction } from '~/platform/db/database.server';

/** Takes every picture and document off things of a kind; the files themselves go where nothing else holds them. */
export async function detachAll(
  tx: Transaction,
  subjectKind: string,
  subjectIds: readonly string[],
): Promise<void> {
  await tx.prisma.attachment.deleteMany({ where: { subjectKind, subjectId: { in: [...subjectIds] } } });
}

/** Takes one file off a thing, and answers whether it hung there. */
export async function detachFile(
  tx: Transaction,
  { subjectKind, subjectId, fileId }: { subjectKind: string; subjectId: string; fileId: string },
): Promise<boolean> {
  const { count } = await tx.prisma.attachment.deleteMany({ where: { subjectKind, subjectId, fileId } });
  return count > 0;
}

export async function attachmentCount(
  tx: Transaction,
  subjectKind: string,
  subjectId: string,
): Promise<number> {
  return tx.prisma.attachment.count({ where: { subjectKind, subjectId } });
}
