import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { phonePhoto } from '../../../tests/factories/pictures';
import { makePerson } from '../../../tests/factories/proposals';
import { testContext } from '../../../tests/setup/context';
import type { TestContext } from '../../../tests/setup/context';
import type { Context } from '../context';
import { heldInFiles } from './held.server';
import { inTransaction } from '../in-transaction.server';
import { addPart, attachPictures, beginUpload, dropUpload, openPicture, storePicture } from './index.server';
import { makeMissingSizes } from './picture-sizes.server';
import { removeUnattached } from './remove-unattached.server';
import { forgetUploads, stateOfUpload } from './uploads.server';
import { directoryFileStore } from '~/platform/files/file-store.server';

let test: TestContext;
let folder: string;
let ctx: Context;
let photo: Buffer;
beforeEach(async () => {
  test = await testContext();
  folder = mkdtempSync(path.join(os.tmpdir(), 'gongzhi-files-'));
  test.clock.set(new Date());
  await makePerson(test, 'author');
  ctx = { ...(await test.asPerson('author')), files: directoryFileStore(folder) };
  photo ??= await phonePhoto(1000, 700);
});
afterEach(async () => {
  await test.dispose();
  rmSync(folder, { recursive: true });
});

const kept = () =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile()).length;
const hours = (count: number) => test.clock.set(new Date(test.clock.now().getTime() + count * 3600_000));
const attach = (fileId: string, subjectId = 'p') =>
  inTransaction(ctx, (ctx) => attachPictures(ctx, { subjectKind: 'proposal', subjectId, fileIds: [fileId] }));

async function uploaded(): Promise<{ id: string; fileId: string }> {
  const id = await beginUpload(ctx, photo.length);
  const { fileId } = await addPart(ctx, id, { position: 0, data: new Uint8Array(photo) });
  return { id, fileId: fileId ?? '' };
}

describe('the sizes of a picture', () => {
  it('go with it, but for bytes that another picture has too', async () => {
    await storePicture(ctx, photo);
    await attach(await storePicture(ctx, photo));
    expect(kept()).toBe(3);
    hours(25);
    expect(await removeUnattached(ctx)).toBe(1);
    expect([kept(), await test.database.read.pictureSize.count()]).toEqual([3, 2]);
    await inTransaction(ctx, (ctx) => ctx.prisma.attachment.deleteMany({}));
    expect(await removeUnattached(ctx)).toBe(1);
    expect([kept(), await test.database.read.pictureSize.count()]).toEqual([0, 0]);
  });

  it('are made later for pictures that came before there were any; until then they are shown whole', async () => {
    const id = await storePicture(ctx, photo);
    const lost = await storePicture(ctx, await sharp(photo).negate().toBuffer());
    await inTransaction(ctx, async (ctx) => {
      await ctx.prisma.pictureSize.deleteMany({});
      await ctx.prisma.storedFile.updateMany({ data: { sizedAt: null } });
      await ctx.prisma.storedFile.update({ where: { id: lost }, data: { contentHash: '0'.repeat(64) } });
    });
    const before = await openPicture(ctx, id, 320);
    before.stream.destroy();
    expect(before.edge).toBeNull();
    expect(await makeMissingSizes(ctx)).toBe(2);
    const after = await openPicture(ctx, id, 320);
    expect(after.edge).toBe(320);
    expect((await sharp(await buffer(after.stream)).metadata()).width).toBe(320);
    expect(await makeMissingSizes(ctx)).toBe(0);
    expect(await test.database.read.pictureSize.count({ where: { fileId: lost } })).toBe(0);
  });
});

describe('a picture on its way', () => {
  it('that is taken back, or whose sender closed the account, is gone within two hours', async () => {
    const { id } = await uploaded();
    await dropUpload(ctx, id);
    const erased = await uploaded();
    await inTransaction(ctx, async (ctx) => {
      await heldInFiles.erase?.(ctx, { id: 'author', email: '', displayName: '' });
    });
    await expect(attach(erased.fileId)).rejects.toMatchObject({ reason: 'files.not-a-picture' });
    hours(1.1);
    expect(await removeUnattached(ctx)).toBe(2);
    expect(kept()).toBe(0);
  });

  it('stays where something shows it, though its upload is taken back', async () => {
    const { id, fileId } = await uploaded();
    await attach(fileId);
    await dropUpload(ctx, id);
    hours(30);
    expect(await removeUnattached(ctx)).toBe(0);
    // Sent once more it hangs there once.
    await attach(fileId);
    expect(await test.database.read.attachment.count()).toBe(1);
  });

  it('is forgotten after a day, and is one of few: who begins more lets the oldest go', async () => {
    const ids = [];
    for (let at = 0; at < 12; at += 1) {
      ids.push(await beginUpload(ctx, 10));
      test.clock.set(new Date(test.clock.now().getTime() + 5));
    }
    await expect(stateOfUpload(ctx, ids[1] ?? '')).rejects.toMatchObject({ code: 'not-found' });
    expect(await stateOfUpload(ctx, ids[2] ?? '')).toMatchObject({ received: 0, bytes: 10 });
    await addPart(ctx, ids[11] ?? '', { position: 0, data: new Uint8Array(4) });
    hours(23);
    await forgetUploads(ctx);
    expect(await test.database.read.pictureUpload.count()).toBe(10);
    hours(2);
    await forgetUploads(ctx);
    expect(await test.database.read.pictureUpload.count()).toBe(0);
    expect(await test.database.read.pictureUploadPart.count()).toBe(0);
  });

  it('of one sender waits with no more than sixty others for its form', async () => {
    const createdAt = test.clock.now();
    await inTransaction(ctx, (ctx) =>
      ctx.prisma.storedFile.createMany({
        data: Array.from({ length: 60 }, (_none, at) => ({
          ...{ id: `f${at}`, contentHash: 'x', mediaType: 'image/webp', bytes: 1, createdAt },
          uploadedBy: 'author',
        })),
      }),
    );
    await expect(beginUpload(ctx, 10)).rejects.toMatchObject({ reason: 'files.too-many-waiting' });
  });
});
