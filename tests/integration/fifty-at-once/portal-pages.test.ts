import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeAreas, makePerson } from '../../factories/proposals';
import { fired, oneAnd } from '../../setup/at-once';
import { testContext } from '../../setup/context';
import type { TestContext } from '../../setup/context';
import type { Context } from '~/domains/context';
import { publishPage, withdrawGuide, withdrawVersion } from '~/domains/pages/publish-page.server';
import { beginGuide, savePage } from '~/domains/pages/save-page.server';

let test: TestContext;
let top: Context;
const reason = '里面有一位居民的电话';
const words = {
  ...{ titleChinese: '垃圾分类', textChinese: '厨余垃圾放绿桶，电池放红桶。', reason: '居民常问' },
  ...{ titleEnglish: '', textEnglish: '' },
};
beforeAll(async () => {
  test = await testContext();
  await makeAreas(test);
  await makePerson(test, 'top', { role: 'administrator', areaId: '4210' });
  top = await test.asPerson('top');
  await beginGuide(top, { id: 'waste', ...words });
  await savePage(top, 'waste', { ...words, revision: 1 });
});
afterAll(() => test.dispose());

const read = () => test.database.read;

it('a version is published once', async () => {
  const published = await fired(() => publishPage(top, 'waste', { version: 1 }));
  expect(published).toEqual(oneAnd('pages.published-already'));
});

it('the version that holds is never one that was taken back, whoever publishes and takes back at once', async () => {
  await publishPage(top, 'waste', { version: 2 });
  await fired((at) =>
    at % 2
      ? publishPage(top, 'waste', { version: 1 })
      : withdrawVersion(top, 'waste', { version: 1, reason }),
  );
  const { publishedVersion } = await read().portalPage.findUniqueOrThrow({ where: { id: 'waste' } });
  const taken = await read().portalPageVersion.findMany({ where: { withdrawnAt: { not: null } } });
  expect(taken.map(({ number }) => number)).not.toContain(publishedVersion);
});

it('a guide is taken back once', async () => {
  const taken = await fired(() => withdrawGuide(top, 'waste', { reason }));
  expect(taken).toEqual(oneAnd('pages.not-published'));
});
