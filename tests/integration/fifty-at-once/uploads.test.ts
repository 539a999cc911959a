import { afterAll, beforeAll, expect, it } from 'vitest';
import { makePerson } from '../../factories/proposals';
import { phonePhoto } from '../../factories/pictures';
import { fired, oneAnd } from '../../setup/at-once';
import { testContext } from '../../setup/context';
import type { TestContext } from '../../setup/context';
import type { Context } from '~/domains/context';
import { addPart, beginUpload } from '~/domains/files/index.server';

let test: TestContext;
let ctx: Context;
beforeAll(async () => {
  test = await testContext();
  await makePerson(test, 'author');
  ctx = await test.asPerson('author');
});
afterAll(() => test.dispose());

const underWay = () => test.database.read.pictureUpload.count({ where: { fileId: null } });

it('uploads of one person that begin at once are ten at most', async () => {
  await fired(() => beginUpload(ctx, 10));
  expect(await underWay()).toBe(10);
});

it('a part that comes many times at once is kept once, and one picture is made of it', async () => {
  const photo = await phonePhoto(400, 300);
  const id = await beginUpload(ctx, photo.length);
  const first = { position: 0, data: new Uint8Array(photo.subarray(0, 100)) };
  expect(await fired(() => addPart(ctx, id, first))).toEqual(oneAnd('files.not-the-next-part'));
  const rest = { position: 100, data: new Uint8Array(photo.subarray(100)) };
  await fired(() => addPart(ctx, id, rest));
  const { fileId, received } = await test.database.read.pictureUpload.findUniqueOrThrow({ where: { id } });
  expect(received).toBe(photo.length);
  expect(await test.database.read.storedFile.count({ where: { id: fileId ?? '' } })).toBe(1);
});
