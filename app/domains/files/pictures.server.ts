import type { Context, ReadContext, TransactionContext } from '../context';
import { inTransaction } from '../in-transaction.server';
import { DomainError } from '../domain-error';
import { sha256 } from '~/lib/sha256';
import type { SmallerEdge } from '~/lib/pictures/picture-sizes';
import { cleanPicture, smallerPictures } from '~/platform/files/clean-picture.server';
import type { CleanPicture, SmallerPicture } from '~/platform/files/clean-picture.server';
import { keepSmaller } from './picture-sizes.server';
import { documentName } from '~/platform/files/recognise-document.server';
import { newId } from '~/platform/ids';

export interface Keeping {
  name?: string | null;
  /** In pixels; 1600 unless told. */
  longestEdge?: number;
  /** What it shows, for those who do not see it. */
  description?: string;
  /** Where the form asks for it. */
  field?: string;
}

/** A picture as it is kept, with its smaller sizes. */
export interface MadePicture {
  picture: CleanPicture;
  smaller: SmallerPicture[];
}

/** Cleans a picture and makes its smaller sizes; throws `invalid` at the field. */
export async function makePicture(
  bytes: Uint8Array,
  { name = null, longestEdge, field = 'pictures' }: Keeping = {},
): Promise<MadePicture> {
  const picture = await cleanPicture(bytes, longestEdge);
  if (typeof picture === 'string') throw new DomainError('invalid', { field, reason: `files.${picture}` });
  return { picture, smaller: name === null ? await smallerPictures(picture.bytes, picture) : [] };
}

/** Keeps a picture that was made, as the actor's; answers its id. */
export async function keepPicture(
  ctx: Context,
  { picture, smaller }: MadePicture,
  { name = null, description = '' }: Keeping = {},
): Promise<string> {
  const { actor } = ctx;
  if (actor.kind !== 'person') throw new DomainError('signed-out');
  const contentHash = sha256(picture.bytes);
  await ctx.files.put(contentHash, picture.bytes);
  const sizes = await keepSmaller(ctx, smaller);
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
        description,
        uploadedBy: actor.personId,
        createdAt: ctx.clock.now(),
        sizedAt: ctx.clock.now(),
        sizes: { create: sizes },
      },
    }),
  );
  return id;
}

/**
 * Cleans and keeps an uploaded picture with its smaller sizes; answers its id. One with a name is told as a file among
 * files, not shown as a picture, and has none. Throws `invalid` at the field.
 */
export async function storePicture(ctx: Context, bytes: Uint8Array, keeping: Keeping = {}): Promise<string> {
  if (ctx.actor.kind !== 'person') throw new DomainError('signed-out');
  return keepPicture(ctx, await makePicture(bytes, keeping), keeping);
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
  const there = await ctx.prisma.attachment.findMany({
    where: { subjectKind, subjectId },
    select: { fileId: true },
  });
  // A form that was sent once more brings what hangs there already.
  const hanging = new Set(there.map(({ fileId }) => fileId));
  const added = [...new Set(fileIds)].filter((fileId) => !hanging.has(fileId));
  await ctx.prisma.attachment.createMany({
    data: added.map((fileId, index) => ({ fileId, subjectKind, subjectId, position: there.length + index })),
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

/** Things of one kind, which the reader may read, each with its first picture or none: in lists. */
export async function withPictures<Thing extends { id: string }>(
  ctx: ReadContext,
  subjectKind: string,
  things: readonly Thing[],
) {
  if (things.length === 0) return [];
  const rows = await ctx.database.sql.all<{ subjectId: string; id: string }>(
    `SELECT hangs."subjectId", file."id" FROM "Attachment" hangs JOIN "StoredFile" file ON file."id" = hangs."fileId"
     WHERE hangs."subjectKind" = ? AND hangs."subjectId" IN (${things.map(() => '?').join(', ')})
       AND file."name" IS NULL
     ORDER BY hangs."position" DESC`,
    [subjectKind, ...things.map(({ id }) => id)],
  );
  // What stands first comes last, and stays.
  const first = new Map(rows.map(({ subjectId, id }) => [subjectId, { id }]));
  return things.map((thing) => ({ ...thing, picture: first.get(thing.id) ?? null }));
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

/**
 * The bytes of a picture as a stream, at the size that is asked for where there is one, else whole; `edge` says which.
 * Who may see it is asked before.
 */
export async function openPicture(ctx: ReadContext, id: string, asked: SmallerEdge | null) {
  const file = await ctx.database.read.storedFile.findUnique({
    where: { id },
    include: { sizes: { where: { edge: asked ?? 0 } } },
  });
  if (!file) throw new DomainError('not-found');
  const { mediaType, name } = file;
  const [smaller] = file.sizes;
  const small = smaller ? await ctx.files.open(smaller.contentHash) : null;
  if (smaller && small) return { stream: small, mediaType, bytes: smaller.bytes, name, edge: asked };
  const stream = await ctx.files.open(file.contentHash);
  if (!stream) throw new DomainError('not-found');
  return { stream, mediaType, bytes: file.bytes, name, edge: null };
}
