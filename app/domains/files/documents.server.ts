import type { Context, ReadContext } from '../context';
import { inTransaction } from '../in-transaction.server';
import { DomainError } from '../domain-error';
import { storePicture } from './pictures.server';
import { sha256 } from '~/lib/sha256';
import {
  documentName,
  largestDocumentBytes,
  recogniseDocument,
} from '~/platform/files/recognise-document.server';
import { newId } from '~/platform/ids';

export interface NamedFile {
  name: string;
  bytes: Uint8Array;
}

export interface Storing {
  mostBytes?: number;
  /** Pictures keep their names, too: they are told as files among files. */
  namesPictures?: boolean;
}

const megabyte = 1024 * 1024;

/**
 * Keeps an uploaded picture (cleaned) or document (PDF or an office document, as it is, to be downloaded); answers its
 * id. Throws `invalid` or `too-large` at the field `files`.
 */
export async function storeFile(
  ctx: Context,
  { name, bytes }: NamedFile,
  { mostBytes = largestDocumentBytes, namesPictures = false }: Storing = {},
): Promise<string> {
  if (ctx.actor.kind !== 'person') throw new DomainError('signed-out');
  const { personId } = ctx.actor;
  const params = { maximum: Math.floor(mostBytes / megabyte) };
  if (bytes.byteLength > mostBytes)
    throw new DomainError('too-large', { field: 'files', reason: 'files.too-large', params });
  const document = recogniseDocument(bytes, mostBytes);
  if (!document) {
    try {
      return await storePicture(ctx, bytes, { name: namesPictures ? name : null });
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'invalid') throw error;
      throw new DomainError('invalid', { field: 'files', reason: 'files.not-a-document', params });
    }
  }
  const contentHash = sha256(Buffer.from(bytes));
  await ctx.files.put(contentHash, bytes);
  const now = ctx.clock.now();
  const id = newId(now);
  await inTransaction(ctx, (ctx) =>
    ctx.prisma.storedFile.create({
      data: {
        id,
        contentHash,
        mediaType: document.mediaType,
        name: documentName(name, document.extension),
        bytes: bytes.byteLength,
        uploadedBy: personId,
        createdAt: now,
      },
    }),
  );
  return id;
}

/** The documents that hang on a thing, with their names and sizes. */
export async function documentsOf(ctx: ReadContext, subjectKind: string, subjectId: string) {
  const rows = await ctx.database.read.attachment.findMany({
    where: { subjectKind, subjectId, file: { name: { not: null } } },
    orderBy: { position: 'asc' },
    select: { file: { select: { id: true, name: true, bytes: true } } },
  });
  return rows.map(({ file }) => ({ ...file, name: file.name ?? '' }));
}

/** The files that hang on things, pictures among them, by the thing and in their order, with names and hashes. */
export async function filesAttachedToMany(ctx: ReadContext, subjectKind: string, ids: readonly string[]) {
  const rows = await ctx.database.read.attachment.findMany({
    where: { subjectKind, subjectId: { in: [...ids] } },
    orderBy: [{ position: 'asc' }, { fileId: 'asc' }],
    select: {
      subjectId: true,
      file: { select: { id: true, name: true, bytes: true, contentHash: true, mediaType: true } },
    },
  });
  const byThing: Record<string, { id: string; name: string; bytes: number; sha256: string }[]> = {};
  for (const { subjectId, file } of rows) {
    const before = (byThing[subjectId] ??= []);
    const { id, bytes, contentHash } = file;
    const name = file.name ?? `${before.length + 1}.${file.mediaType.split('/')[1] ?? ''}`;
    before.push({ id, name, bytes, sha256: contentHash });
  }
  return byThing;
}

/** As `filesAttachedToMany`, of one thing: for texts of which its files are a part. */
export async function filesAttachedTo(ctx: ReadContext, subjectKind: string, subjectId: string) {
  return (await filesAttachedToMany(ctx, subjectKind, [subjectId]))[subjectId] ?? [];
}
