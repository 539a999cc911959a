import type { Context, ReadContext, TransactionContext } from '../context';
import { inTransaction } from '../in-transaction.server';
import { DomainError } from '../domain-error';
import { sha256 } from '~/lib/sha256';
import { cleanPicture } from '~/platform/files/clean-picture.server';
import { documentName } from '~/platform/files/recognise-document.server';
import { newId } from '~/platform/ids';

export interface Keeping {
  name?: string | null;
  /** In pixels; 1920 unless told. */
  longestEdge?: number;
}

/**
 * Cleans and keeps an uploaded picture; answers its id. One with a name is told as a file among files, not shown as a
 * picture. Throws `invalid` at the field `pictures`.
 */
export async function storePicture(
  ctx: Context,
  bytes: Uint8Array,
  { name = null, longestEdge }: Keeping = {},
): Promise<string> {
  if (ctx.actor.kind !== 'person') throw new DomainError('signed-out');
  const { personId } = ctx.actor;
  const picture = await cleanPicture(bytes, longestEdge);
  if (!picture) throw new DomainError('invalid', { field: 'pictures', reason: 'files.not-a-picture' });
  const contentHash = sha256(picture.bytes);
  await ctx.files.put(contentHash, picture.bytes);
  const id = newId(ctx.clock.now());
  await inTransaction(ctx, (ctx) =>
    ctx.prisma.storedFile.create({
      data: {
        id,
        contentHash,
        mediaType: picture.mediaType,
        name: name === null ? null : documentName(name, 'webp'),
        bytes: picture.bytes.byteLength,
        width: picture.width,
        height: picture.height,
        uploadedBy: personId,
        createdAt: ctx.clock.now(),
      },
    }),
  );
  return id;
}

export interface Attaching {
  subjectKind: string;
  subjectId: string;
  fileIds: string[];
}

/** Adds the actor's own pictures to a thing, behind those it has. */
export async function attachPictures(ctx: TransactionContext, attaching: Attaching): Promise<void> {
  const { subjectKind, subjectId, fileIds } = attaching;
  if (fileIds.length === 0 || ctx.actor.kind !== 'person') return;
  const own = await ctx.prisma.storedFile.count({
    where: { id: { in: fileIds }, uploadedBy: ctx.actor.personId },
  });
  if (own !== new Set(fileIds).size)
    throw new DomainError('invalid', { field: 'pictures', reason: 'files.not-a-picture' });
  const before = await ctx.prisma.attachment.count({ where: { subjectKind, subjectId } });
  await ctx.prisma.attachment.createMany({
    data: fileIds.map((fileId, index) => ({ fileId, subjectKind, subjectId, position: before + index })),
  });
}

/** Hangs the files of one thing on another of its kind, too, in the same order. */
export async function copyAttachments(
  ctx: TransactionContext,
  { subjectKind, from, to }: { subjectKind: string; from: string; to: string },
): Promise<void> {
  const rows = await ctx.prisma.attachment.findMany({ where: { subjectKind, subjectId: from } });
  await ctx.prisma.attachment.createMany({
    data: rows.map(({ fileId, position }) => ({ fileId, position, subjectKind, subjectId: to })),
  });
}

export async function picturesOf(ctx: ReadContext, subjectKind: string, subjectId: string) {
  const rows = await ctx.database.read.attachment.findMany({
    where: { subjectKind, subjectId, file: { name: null } },
    orderBy: { position: 'asc' },
    select: { file: { select: { id: true, width: true, height: true, description: true } } },
  });
  return rows.map((row) => row.file);
}

/** The pictures of many things at once, by `kind:id`. */
export async function picturesOfMany(
  ctx: ReadContext,
  subjectKinds: readonly string[],
  ids: readonly string[],
) {
  const rows = await ctx.database.read.attachment.findMany({
    where: { subjectKind: { in: [...subjectKinds] }, subjectId: { in: [...ids] }, file: { name: null } },
    orderBy: { position: 'asc' },
    select: {
      subjectKind: true,
      subjectId: true,
      file: { select: { id: true, width: true, height: true, description: true } },
    },
  });
  const byThing: Record<string, (typeof rows)[number]['file'][]> = {};
  for (const { subjectKind, subjectId, file } of rows)
    (byThing[`${subjectKind}:${subjectId}`] ??= []).push(file);
  return byThing;
}

/** Who uploaded a picture, and what shows it: the reader must be allowed to read one of these. */
export async function attachmentsOf(ctx: ReadContext, id: string) {
  const file = await ctx.database.read.storedFile.findUnique({
    where: { id },
    select: { uploadedBy: true, attachments: { select: { subjectKind: true, subjectId: true }, take: 20 } },
  });
  if (!file) throw new DomainError('not-found');
  return { uploadedBy: file.uploadedBy, subjects: file.attachments };
}

/** The bytes of a picture as a stream; who may see it is asked before. */
export async function openPicture(ctx: ReadContext, id: string) {
  const file = await ctx.database.read.storedFile.findUnique({
    where: { id },
    include: { attachments: true },
  });
  const stream = file ? await ctx.files.open(file.contentHash) : null;
  if (!file || !stream) throw new DomainError('not-found');
  return { stream, mediaType: file.mediaType, bytes: file.bytes, name: file.name };
}
