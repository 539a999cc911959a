import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeAreas, makePerson } from '../../../tests/factories/proposals';
import { testContext } from '../../../tests/setup/context';
import type { TestContext } from '../../../tests/setup/context';
import {
  beginGuide,
  pageAtDesk,
  pagesDesk,
  publicPage,
  publishPage,
  savePage,
  withdrawGuide,
  withdrawVersion,
} from './index.server';
import { withdrawVersionSchema } from './schema';

const day = 24 * 3600_000;
let test: TestContext;
beforeAll(async () => {
  test = await testContext();
  await makeAreas(test);
  await makePerson(test, 'top', { role: 'administrator', areaId: '4210' });
  await makePerson(test, 'second', { role: 'administrator', areaId: '4210' });
  await makePerson(test, 'moderator', { role: 'moderator', areaId: '421002' });
  await makePerson(test, 'district', { role: 'administrator', areaId: '421002' });
});
afterAll(() => test.dispose());

const words = (titleChinese: string, reason: string) => ({
  ...{ titleChinese, textChinese: `# ${titleChinese}\n\n只存办事要用的。`, reason },
  ...{ titleEnglish: '', textEnglish: '' },
});
const visitor = () => test.as('visitor');
const why = '里面有一位居民的电话';

it('publishing an earlier version again leaves when and by whom it was first published, and says since when it holds', async () => {
  const [top, second] = [await test.asPerson('top'), await test.asPerson('second')];
  await savePage(top, 'terms', { ...words('规则', '第一次发布'), revision: 0 });
  const first = test.clock.now();
  await publishPage(top, 'terms', { version: 1 });
  expect(await publicPage(visitor(), 'terms')).toMatchObject({ publishedAt: first, holdsSince: null });
  await savePage(top, 'terms', { ...words('新规则', '写明期限'), revision: 1 });
  test.clock.advance(day);
  await publishPage(top, 'terms', { version: 2 });
  expect(await publicPage(visitor(), 'terms', 1)).toMatchObject({ publishedAt: first, holdsSince: null });
  test.clock.advance(day);
  const again = test.clock.now();
  await publishPage(second, 'terms', { version: 1 });
  const page = await publicPage(visitor(), 'terms');
  expect(page).toMatchObject({ number: 1, publishedAt: first, holdsSince: again });
  expect(page.versions.map(({ number }) => number)).toEqual([2, 1]);
  const { versions } = await pageAtDesk(top, 'terms');
  expect(versions.find(({ number }) => number === 1)).toMatchObject({
    publishedBy: 'top',
    publishedAt: first,
  });
});

it('a version is taken back by those who administer the whole portal, never the one that holds', async () => {
  const top = await test.asPerson('top');
  await savePage(top, 'terms', { ...words('规则，第三稿', '还没有发布'), revision: 2 });
  for (const who of ['moderator', 'district'])
    await expect(
      withdrawVersion(await test.asPerson(who), 'terms', { version: 2, reason: why }),
    ).rejects.toMatchObject({ reason: 'identity.whole-portal-only' });
  await expect(withdrawVersion(top, 'terms', { version: 1, reason: why })).rejects.toMatchObject({
    reason: 'pages.version-holds',
  });
  for (const version of [3, 4])
    await expect(withdrawVersion(top, 'terms', { version, reason: why })).rejects.toMatchObject({
      code: 'not-found',
    });
  for (const change of [{ reason: '' }, { reason: '短' }, { version: 'x' }])
    expect(withdrawVersionSchema.safeParse({ version: '2', reason: why, ...change }).success).toBe(false);
});

it('what was taken back is read by nobody, listed with its reason and never published again', async () => {
  const [top, moderator] = [await test.asPerson('top'), await test.asPerson('moderator')];
  test.invalidated.length = 0;
  await withdrawVersion(top, 'terms', { version: 2, reason: why });
  expect(test.invalidated).toContain('pages');
  const gone = { code: 'expired', reason: 'pages.version-withdrawn' };
  await expect(publicPage(visitor(), 'terms', 2)).rejects.toMatchObject(gone);
  const page = await publicPage(visitor(), 'terms');
  expect(page.versions.map(({ number, isWithdrawn, reason }) => [number, isWithdrawn, reason])).toEqual([
    [2, true, why],
    [1, false, '第一次发布'],
  ]);
  for (const act of [
    () => publishPage(top, 'terms', { version: 2 }),
    () => withdrawVersion(top, 'terms', { version: 2, reason: why }),
  ])
    await expect(act()).rejects.toMatchObject({ reason: 'pages.version-withdrawn' });
  await expect(pageAtDesk(moderator, 'terms', 2)).rejects.toMatchObject({ code: 'not-found' });
  expect((await pageAtDesk(top, 'terms', 2)).fields.titleChinese).toBe('新规则');
  const desk = await pageAtDesk(moderator, 'terms');
  expect(desk.versions.find(({ number }) => number === 2)).toMatchObject({ withdrawnBy: 'top', reason: why });
  const events = await test.database.read.event.findMany({
    where: { subjectId: 'terms', type: 'page.version-withdrawn' },
  });
  expect(events.map(({ isPublic, publicData }) => [isPublic, JSON.parse(publicData) as unknown])).toEqual([
    [true, { title: '规则', version: 2, reason: why }],
  ]);
  const saying = { subjectId: 'terms', publicData: { contains: '新规则' } };
  expect(await test.database.read.event.count({ where: saying })).toBe(0);
  const taken = { subjectId: 'terms', publicData: { contains: '"reason":"—"' } };
  expect(await test.database.read.event.count({ where: taken })).toBe(2);
});

it('a newest version that was taken back fills no form, and is shown to nobody who saves over it', async () => {
  const [top, moderator] = [await test.asPerson('top'), await test.asPerson('moderator')];
  await beginGuide(top, { id: 'waste', ...words('垃圾分类', '居民常问') });
  await publishPage(top, 'waste', { version: 1 });
  await savePage(top, 'waste', { ...words('垃圾分类，王女士', '写错了'), revision: 1 });
  await publishPage(top, 'waste', { version: 2 });
  await publishPage(top, 'waste', { version: 1 });
  await withdrawVersion(top, 'waste', { version: 2, reason: why });
  expect((await pageAtDesk(moderator, 'waste')).fields.titleChinese).toBe('垃圾分类');
  expect((await pagesDesk(moderator)).find(({ id }) => id === 'waste')?.title).toBe('垃圾分类');
  await expect(
    savePage(moderator, 'waste', { ...words('另一稿', '再写一次'), revision: 1 }),
  ).rejects.toMatchObject({
    saved: { values: { titleChinese: '垃圾分类' } },
  });
  await withdrawGuide(top, 'waste', { reason: '改由街道发布' });
  await withdrawVersion(top, 'waste', { version: 1, reason: why });
  expect((await pageAtDesk(moderator, 'waste')).fields.titleChinese).toBe('');
  await savePage(moderator, 'waste', { ...words('分类指南', '重新写过'), revision: 2 });
  await publishPage(top, 'waste', { version: 3 });
  expect(
    (await publicPage(visitor(), 'waste')).versions
      .map(({ number, isWithdrawn }) => [number, isWithdrawn])
      .sort(),
  ).toEqual([
    [1, true],
    [2, true],
    [3, false],
  ]);
});
