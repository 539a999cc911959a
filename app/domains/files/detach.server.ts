import type { Transaction } from '~/platform/db/database.server';

/** Takes every picture and document off things of a kind; the files themselves go where nothing else holds them. */
export async function detachAll(
  tx: Transaction,
  subjectKind: string,
  subjectIds: readonly string[],
): Promise<void> {
  await tx.prisma.attachment.deleteMany({ where: { subjectKind, subjectId: { in: [...subjectIds] } } });
}
