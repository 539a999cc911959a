import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describePictures, storePicture } from './index.server';

import { makeAreas, makePerson, proposalInput } from '../../../tests/factories/proposals';
import { testContext } from '../../../tests/setup/context';
import type { TestContext } from '../../../tests/setup/context';
import { createDraft } from '../proposals/save-proposal.server';

let test: TestContext;
beforeAll(async () => {
  test = await testContext();
  await makeAreas(test);
  for (const id of ['author', 'other']) await makePerson(test, id);
});
afterAll(() => test.dispose());

const described = async (id: string) =>
  (await test.database.read.storedFile.findUniqueOrThrow({ where: { id } })).description;

it('what a picture shows is said by who sent it, until it is shown somewhere', async () => {
  const author = await test.asPerson('author');
  const bytes = await sharp({ create: { width: 20, height: 20, channels: 3, background: '#c33' } })
    .png()
    .toBuffer();
  const id = await storePicture(author, bytes, { description: '', field: 'pictures' });
  await describePictures(await test.asPerson('other'), [{ id, description: '别人写的' }]);
  expect(await described(id)).toBe('');
  await describePictures(author, [{ id, description: '北门的路灯' }]);
  expect(await described(id)).toBe('北门的路灯');
  await createDraft(author, proposalInput, [id]);
  await describePictures(author, [{ id, description: '后来换掉的话' }]);
  expect(await described(id)).toBe('北门的路灯');
});
