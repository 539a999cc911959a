import { inTransaction } from '../in-transaction.server';
import { existsSync, mkdtempSync, readdirSync, rmSync, utimesSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { attachPictures, storePicture } from './index.server';
import { removeUnattached } from './remove-unattached.server';
import { testContext } from '../../../tests/setup/context';
import type { TestContext } from '../../../tests/setup/context';
import { makePerson } from '../../../tests/factories/proposals';
import { cleanPicture } from '~/platform/files/clean-picture.server';
import { directoryFileStore } from '~/platform/files/file-store.server';
import type { Context } from '../context';

let test: TestContext;
let folder: string;
let ctx: Context;
beforeEach(async () => {
  test = await testContext();
  folder = mkdtempSync(path.join(os.tmpdir(), 'gongzhi-files-'));
  test.clock.set(new Date());
  await makePerson(test, 'author');
  ctx = { ...(await test.asPerson('author')), files: directoryFileStore(folder) };
});
afterEach(async () => {
  await test.dispose();
  rmSync(folder, { recursive: true });
});

const picture = (red: number) =>
  sharp({ create: { width: 20, height: 20, channels: 3, background: { r: red, g: 0, b: 0 } } })
    .png()
    .toBuffer();
const kept = () =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
/** The clock goes on by so many hours, and what lies on the disk grows as old. */
function wait(hours: number): void {
  const then = new Date();
  test.clock.set(new Date(then.getTime() + hours * 3600_000));
}

describe('uploads that hang on nothing', () => {
  it('are removed after a day, with their bytes unless another upload has the same', async () => {
    const attached = await storePicture(ctx, await picture(1));
    await inTransaction(ctx, (ctx) =>
      attachPictures(ctx, { subjectKind: 'proposal', subjectId: 'p', fileIds: [attached] }),
    );
    await storePicture(ctx, await picture(1));
    await storePicture(ctx, await picture(2));
    expect(kept()).toHaveLength(2);
    wait(23);
    expect(await removeUnattached(ctx)).toBe(0);
    wait(25);
    expect(await removeUnattached(ctx)).toBe(2);
    expect(kept()).toHaveLength(1);
    expect(await test.database.read.storedFile.findMany({ select: { id: true } })).toEqual([
      { id: attached },
    ]);
  });

  it('keep their bytes where the same picture was sent again meanwhile', async () => {
    const bytes = await picture(3);
    const hash = 'a'.repeat(64);
    await ctx.files.put(hash, bytes);
    const file = path.join(folder, 'aa', hash);
    utimesSync(file, new Date(0), new Date(0));
    await ctx.files.put(hash, bytes);
    await ctx.files.remove(hash, new Date(Date.now() - 60_000));
    expect(existsSync(file)).toBe(true);
    await ctx.files.remove(hash, new Date(Date.now() + 60_000));
    expect(existsSync(file)).toBe(false);
  });
});

describe('an upload that cannot be written', () => {
  it('leaves nothing half-written behind', async () => {
    const store = directoryFileStore(folder);
    const broken = { byteLength: 3 } as Uint8Array;
    await expect(store.put('b'.repeat(64), broken)).rejects.toThrow();
    expect(kept()).toHaveLength(0);
  });
});

describe('several pictures at once', () => {
  it('are decoded one after the other, and one that is none holds up nobody', async () => {
    const all = [picture(1), Promise.resolve(Buffer.from('none')), picture(2)];
    const cleaned = await Promise.all((await Promise.all(all)).map((bytes) => cleanPicture(bytes)));
    expect(cleaned.map((one) => (typeof one === 'string' ? one : one.width))).toEqual([
      20,
      'not-a-picture',
      20,
    ]);
  });
});
