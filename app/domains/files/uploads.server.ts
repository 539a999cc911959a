import type { Context, ReadContext, TransactionContext } from '../context';
import { DomainError } from '../domain-error';
import { inTransaction } from '../in-transaction.server';
import { storePicture } from './pictures.server';
import { largestPictureBytes } from '~/platform/files/clean-picture.server';
import { lockRow } from '~/platform/db/lock-row';
import { newId } from '~/platform/ids';

/** What one part may bring: little is sent again when the network breaks. */
export const largestPart = 512 * 1024;
/** Of one person: as many as two forms take; who begins more lets the oldest go. */
const mostUnderWay = 10;
/** Pictures of one person that hang on nothing yet. */
const mostWaiting = 60;

const field = 'pictures';

export interface UploadState {
  received: number;
  bytes: number;
  /** The picture, once all of it has come. */
  fileId: string | null;
}

function personOf(ctx: ReadContext): string {
  if (ctx.actor.kind !== 'person') throw new DomainError('signed-out');
  return ctx.actor.personId;
}

async function makeRoom(ctx: TransactionContext, personId: string): Promise<void> {
  const waiting = { uploadedBy: personId, name: null, attachments: { none: {} } };
  if ((await ctx.prisma.storedFile.count({ where: waiting })) >= mostWaiting)
    throw new DomainError('rate-limited', { field, reason: 'files.too-many-waiting' });
  const underWay = await ctx.prisma.pictureUpload.findMany({
    where: { personId, fileId: null },
    orderBy: { id: 'desc' },
    skip: mostUnderWay - 1,
    select: { id: true },
  });
  await ctx.prisma.pictureUpload.deleteMany({ where: { id: { in: underWay.map(({ id }) => id) } } });
}

/** Begins a picture that comes in parts, of so many bytes; answers its id. Throws `too-large` or `invalid` at `pictures`. */
export async function beginUpload(ctx: Context, bytes: number): Promise<string> {
  const personId = personOf(ctx);
  if (bytes > largestPictureBytes) {
    const maximum = largestPictureBytes / (1024 * 1024);
    throw new DomainError('too-large', { field, reason: 'files.too-large', params: { maximum } });
  }
  if (bytes < 1) throw new DomainError('invalid', { field, reason: 'files.not-a-picture' });
  return inTransaction(ctx, async (ctx) => {
    // Several pictures of one form begin at once: each counts those before it.
    await lockRow(ctx, 'Person', personId);
    await makeRoom(ctx, personId);
    const now = ctx.clock.now();
    const id = newId(now);
    await ctx.prisma.pictureUpload.create({ data: { id, personId, bytes, createdAt: now } });
    return id;
  });
}

/** How far the actor's own upload has come. */
export async function stateOfUpload(ctx: ReadContext, id: string): Promise<UploadState> {
  const upload = await ctx.database.read.pictureUpload.findFirst({
    where: { id, personId: personOf(ctx) },
    select: { received: true, bytes: true, fileId: true },
  });
  if (!upload) throw new DomainError('not-found');
  return upload;
}

export interface UploadPart {
  /** Where it belongs: behind what has come. */
  position: number;
  data: Uint8Array<ArrayBuffer>;
}

/** Keeps a part behind those that have come: of two that bring the same one is kept. Throws `conflict` where it is not the next. */
async function keepPart(ctx: Context, id: string, { position, data }: UploadPart): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const { count } = await ctx.prisma.pictureUpload.updateMany({
      where: { id, fileId: null, received: position, bytes: { gte: position + data.byteLength } },
      data: { received: position + data.byteLength },
    });
    if (count === 0) throw new DomainError('conflict', { reason: 'files.not-the-next-part' });
    await ctx.prisma.pictureUploadPart.create({ data: { uploadId: id, position, data } });
  });
}

/** Makes the picture of what has come; one that cannot be read is let go. */
async function finish(ctx: Context, id: string): Promise<string> {
  const parts = await ctx.database.read.pictureUploadPart.findMany({
    where: { uploadId: id },
    orderBy: { position: 'asc' },
    select: { data: true },
  });
  const bytes = Buffer.concat(parts.map(({ data }) => data));
  const made = await storePicture(ctx, bytes).catch(async (error: unknown) => {
    if (error instanceof DomainError && error.code === 'invalid') await dropUpload(ctx, id);
    throw error;
  });
  return inTransaction(ctx, async (ctx) => {
    const where = { id, fileId: null };
    await ctx.prisma.pictureUpload.updateMany({ where, data: { fileId: made } });
    await ctx.prisma.pictureUploadPart.deleteMany({ where: { uploadId: id } });
    // Where two finished at once the first one's picture counts; the other hangs on nothing and goes.
    return (await ctx.prisma.pictureUpload.findUnique({ where: { id } }))?.fileId ?? made;
  });
}

/**
 * Takes the next part of the actor's own upload; with the last one, or an empty one behind it, the picture is made.
 * Throws `conflict` for a part that is not the next, `invalid` for what is no picture.
 */
export async function addPart(ctx: Context, id: string, part: UploadPart): Promise<UploadState> {
  const before = await stateOfUpload(ctx, id);
  if (before.fileId !== null) return before;
  if (part.data.byteLength > largestPart) throw new DomainError('too-large', { field });
  if (part.data.byteLength > 0) await keepPart(ctx, id, part);
  const state = part.data.byteLength > 0 ? await stateOfUpload(ctx, id) : before;
  return state.received < state.bytes ? state : { ...state, fileId: await finish(ctx, id) };
}

/** The actor takes an upload back, under way or done: the picture is let go unless something shows it by now. */
export async function dropUpload(ctx: Context, id: string): Promise<void> {
  const personId = personOf(ctx);
  await inTransaction(ctx, async (ctx) => {
    const upload = await ctx.prisma.pictureUpload.findFirst({ where: { id, personId } });
    if (!upload) return;
    await ctx.prisma.pictureUpload.delete({ where: { id } });
    if (upload.fileId === null) return;
    await ctx.prisma.storedFile.updateMany({
      where: { id: upload.fileId, uploadedBy: personId, attachments: { none: {} } },
      data: { uploadedBy: null },
    });
  });
}

/** How long an upload waits for its next part, or for its form. */
const waitingHours = 24;

/** Removes uploads that nobody goes on with, and the traces of those that are done. */
export async function forgetUploads(ctx: Context): Promise<void> {
  const before = new Date(ctx.clock.now().getTime() - waitingHours * 3600_000);
  await inTransaction(ctx, (ctx) =>
    ctx.prisma.pictureUpload.deleteMany({ where: { createdAt: { lt: before } } }),
  );
}
