import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeAreas, makePerson } from '../../../tests/factories/proposals';
import { testContext } from '../../../tests/setup/context';
import type { TestContext } from '../../../tests/setup/context';
import {
  beginGuide,
  pageAtDesk,
  pagesDesk,
  publicPage,
  publishedGuides,
  publishPage,
  savePage,
  withdrawGuide,
} from './index.server';
import { knownPages } from './known-pages';
import { newGuideSchema, savePageSchema } from './schema';
import { portalPagesServer } from './subject.server';
import { pathOfSubject } from '~/paths';

let test: TestContext;
beforeAll(async () => {
  test = await testContext();
  await makeAreas(test);
  await makePerson(test, 'top', { role: 'administrator', areaId: '4210' });
  await makePerson(test, 'moderator', { role: 'moderator', areaId: '421002' });
  await makePerson(test, 'district', { role: 'administrator', areaId: '421002' });
  await makePerson(test, 'resident');
});
afterAll(() => test.dispose());

const words = (change: Partial<Record<string, string>> = {}) => ({
  ...{ titleChinese: '隐私说明', textChinese: '# 我们存什么\n\n只存办事要用的。', reason: '第一次发布' },
  ...{ titleEnglish: 'Privacy', textEnglish: '# What we keep\n\nOnly what is needed.' },
  ...change,
});
const inEnglish = async (who: string) => ({ ...(await test.asPerson(who)), locale: 'en' as const });
const step = async () => portalPagesServer.setUp?.[0]?.count(test.as('visitor'), []);

it('a portal that has written nothing shows the texts of the software, in both languages, with whole addresses', async () => {
  for (const id of knownPages)
    for (const ctx of [test.as('visitor'), { ...test.as('visitor'), locale: 'en' as const }]) {
      const page = await publicPage(ctx, id);
      expect([id, page.number, page.language]).toEqual([id, null, ctx.locale]);
      expect(page.html).toContain('<h2>');
      // Each place in the text was filled.
      expect(page.html).not.toMatch(/\{\w+\}|%7B/);
      expect(page.title).not.toBe('');
    }
});

it('the privacy notice says of each table how long it is kept, and each consent, by the words of the own data', async () => {
  const { html } = await publicPage(test.as('visitor'), 'privacy');
  const terms = new Set(
    Object.values(test.as('visitor').subjects.heldTerms).map((term) =>
      term.kept === 'days' ? term.days : term.kept,
    ),
  );
  for (const days of [...terms].filter((term) => typeof term === 'number'))
    expect(html).toContain(`${days} 天后自动删除`);
  for (const held of ['我的账号', '发给我的邮件', '我的居住认证', '邮件通知', '到注销账号为止'])
    expect(html).toContain(held);
});

it('there is no page of another name, and none of a version that was not published', async () => {
  await expect(publicPage(test.as('visitor'), 'other')).rejects.toMatchObject({ code: 'not-found' });
  await expect(publicPage(test.as('visitor'), 'help', 1)).rejects.toMatchObject({ code: 'not-found' });
});

it('a draft is seen at the desk alone, and published by those who administer the whole portal', async () => {
  const moderator = await test.asPerson('moderator');
  await savePage(moderator, 'privacy', { ...words(), revision: 0 });
  expect((await publicPage(moderator, 'privacy')).number).toBeNull();
  expect((await pageAtDesk(moderator, 'privacy')).fields.titleChinese).toBe('隐私说明');
  for (const who of ['moderator', 'district'])
    await expect(publishPage(await test.asPerson(who), 'privacy', { version: 1 })).rejects.toMatchObject({
      reason: 'identity.whole-portal-only',
    });
  await publishPage(await test.asPerson('top'), 'privacy', { version: 1 });
  const page = await publicPage(test.as('visitor'), 'privacy');
  expect(page).toMatchObject({ title: '隐私说明', number: 1, isNewest: true });
  expect(page.html).toContain('<h2>我们存什么</h2>');
  expect(await publicPage(await inEnglish('resident'), 'privacy')).toMatchObject({
    title: 'Privacy',
    language: 'en',
  });
  const told = await test.database.read.event.findMany({
    where: { subjectKind: 'page', subjectId: 'privacy' },
  });
  expect(told.map(({ type, isPublic }) => [type, isPublic])).toEqual([
    ['page.saved', false],
    ['page.published', true],
  ]);
});

it('residents and visitors have no desk', async () => {
  await expect(pagesDesk(await test.asPerson('resident'))).rejects.toMatchObject({
    reason: 'pages.officers-only',
  });
  await expect(pageAtDesk(test.as('visitor'), 'help')).rejects.toMatchObject({ reason: 'signed-out' });
  await expect(
    savePage(await test.asPerson('resident'), 'help', { ...words(), revision: 0 }),
  ).rejects.toMatchObject({
    reason: 'pages.officers-only',
  });
});

it('every version stays, with who, when and why; an earlier one is read with its day and can hold again', async () => {
  const top = await test.asPerson('top');
  const second = words({
    titleChinese: '隐私政策',
    reason: '写明保存期限',
    titleEnglish: '',
    textEnglish: '',
  });
  await savePage(top, 'privacy', { ...second, revision: 1 });
  await publishPage(top, 'privacy', { version: 2 });
  await expect(publishPage(top, 'privacy', { version: 2 })).rejects.toMatchObject({
    reason: 'pages.published-already',
  });
  const now = await publicPage(await inEnglish('resident'), 'privacy');
  expect(now).toMatchObject({ title: '隐私政策', language: 'zh-CN', number: 2 });
  expect(now.versions.map(({ number, reason }) => [number, reason]).sort()).toEqual([
    [1, '第一次发布'],
    [2, '写明保存期限'],
  ]);
  expect(await publicPage(test.as('visitor'), 'privacy', 1)).toMatchObject({
    number: 1,
    isNewest: false,
    title: '隐私说明',
  });
  expect((await pageAtDesk(top, 'privacy')).versions).toMatchObject([
    { number: 2, savedBy: 'top', publishedBy: 'top' },
    { number: 1, savedBy: 'moderator', publishedBy: 'top' },
  ]);
  expect((await pageAtDesk(top, 'privacy', 1)).fields.titleChinese).toBe('隐私说明');
  await publishPage(top, 'privacy', { version: 1 });
  expect(await publicPage(test.as('visitor'), 'privacy')).toMatchObject({ number: 1, isNewest: true });
});

it('who saves over what somebody else saved meanwhile is shown it', async () => {
  const top = await test.asPerson('top');
  const lost = savePage(top, 'privacy', { ...words(), revision: 1 });
  await expect(lost).rejects.toMatchObject({
    reason: 'saved-meanwhile',
    saved: { revision: '2', values: { titleChinese: '隐私政策' } },
  });
  await expect(savePage(top, 'privacy', { ...words(), revision: 0 })).rejects.toMatchObject({
    code: 'conflict',
  });
});

it('a guide is written, listed, taken back with its reason and published again', async () => {
  const moderator = await test.asPerson('moderator');
  const top = await test.asPerson('top');
  const guide = words({ titleChinese: '垃圾分类', titleEnglish: '', textEnglish: '' });
  expect(await beginGuide(moderator, { id: 'waste', ...guide })).toBe('waste');
  for (const id of ['waste', 'help'])
    await expect(beginGuide(moderator, { id, ...guide })).rejects.toMatchObject({
      reason: 'pages.name-taken',
    });
  expect(await publishedGuides(top)).toEqual([]);
  await publishPage(top, 'waste', { version: 1 });
  expect(await publishedGuides(top)).toEqual([{ id: 'waste', title: '垃圾分类' }]);
  expect(pathOfSubject('page', 'waste')).toBe('/pages/waste');
  await expect(withdrawGuide(moderator, 'waste', { reason: '过时了吧' })).rejects.toMatchObject({
    code: 'forbidden',
  });
  await expect(withdrawGuide(top, 'privacy', { reason: '不想要了' })).rejects.toMatchObject({
    reason: 'pages.needed',
  });
  await withdrawGuide(top, 'waste', { reason: '改由街道发布' });
  await expect(withdrawGuide(top, 'waste', { reason: '改由街道发布' })).rejects.toMatchObject({
    reason: 'pages.not-published',
  });
  await expect(publicPage(top, 'waste')).rejects.toMatchObject({ code: 'not-found' });
  expect((await pagesDesk(top)).find(({ id }) => id === 'waste')?.standing).toBe('withdrawn');
  await publishPage(top, 'waste', { version: 1 });
  expect((await publicPage(top, 'waste')).title).toBe('垃圾分类');
});

it('the step of setting up is done when privacy, rules and imprint are all published', async () => {
  const top = await test.asPerson('top');
  expect(await step()).toBe(0);
  for (const id of ['terms', 'imprint']) {
    await savePage(top, id, { ...words({ titleChinese: id }), revision: 0 });
    expect(await step()).toBe(0);
    await publishPage(top, id, { version: 1 });
  }
  expect(await step()).toBe(3);
});

it('of many who begin the same page at once one does, and nothing is left half', async () => {
  const top = await test.asPerson('top');
  const all = await Promise.allSettled(
    Array.from({ length: 12 }, () =>
      savePage(top, 'help', { ...words({ titleChinese: '帮助' }), revision: 0 }),
    ),
  );
  expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(await test.database.read.portalPageVersion.count({ where: { pageId: 'help' } })).toBe(1);
});

it('both parts of the English are given or neither, and names in addresses are plain', () => {
  const form = { ...words(), revision: '1' };
  expect(savePageSchema.safeParse(form).success).toBe(true);
  for (const change of [{ textEnglish: '' }, { titleEnglish: '' }, { reason: '' }, { textChinese: '短' }])
    expect(savePageSchema.safeParse({ ...form, ...change }).success).toBe(false);
  for (const id of ['Waste', 'a', 'a/b', '../x', '1ab', 'a'.repeat(41)])
    expect(newGuideSchema.safeParse({ id, ...words() }).success).toBe(false);
});
