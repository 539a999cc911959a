import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectNoSideScroll, openBrowser } from './setup/browser';
import type { Visit } from './setup/browser';
import { startPortal } from './setup/portal';
import type { Portal } from './setup/portal';
import { walkersOf } from './setup/walker';
import { wordsIn } from './setup/words';

const community = '421002001001';
const words = wordsIn('zh-CN');

/** The smallest picture there is. */
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const visits: (Visit & { name: string })[] = [
  { name: 'with scripts', width: 360, scripts: true, locale: 'zh-CN' },
  { name: 'without scripts', width: 360, scripts: false, locale: 'zh-CN' },
];

describe.each(visits)('on a phone, $name', (how) => {
  let portal: Portal;
  let walkers: ReturnType<typeof walkersOf>;
  const person = (email: string) => walkers.person(email);
  beforeAll(async () => {
    // Residents who act for an organisation would be asked for a mailed code, which is another test's.
    portal = await startPortal({ OFFICE_SECOND_STEP: 'off' });
    walkers = walkersOf(portal, browser, how);
  });
  afterAll(() => portal?.stop());

  it('tells every fault of a form at the top and at its field, and keeps what was typed', async () => {
    const resident = await person('resident2');
    await resident.go('/proposals/new');
    await resident.fill({ title: '短', body: '也短' });
    await resident.press(words.proposals('publish'));
    await resident.seesFault();
    const summary = resident.page.locator('.notice[role=alert]');
    expect(await summary.locator('li').count()).toBeGreaterThanOrEqual(3);
    if (how.scripts)
      expect(await summary.evaluate((element) => element === document.activeElement)).toBe(true);
    const target = await summary.locator('a').first().getAttribute('href');
    expect(await resident.page.locator(`[id="${target?.slice(1)}"]`).count()).toBe(1);
    expect(await resident.page.locator('[name=title]').inputValue()).toBe('短');
    expect(await resident.page.locator('[name=body]').inputValue()).toBe('也短');
    await expectNoSideScroll(resident.page);
    await resident.leave();
  });

  it('keeps a draft with a picture, publishes it, and shows what an edit changed', async () => {
    const resident = await person('resident2');
    await resident.go('/proposals/new');
    await resident.fill({
      title: '便河小区北门加一盏路灯',
      body: '北门到车棚这一段晚上**太黑**，老人走路不放心。',
      category: 'facilities',
      areaId: community,
    });
    await resident.page
      .locator('input[name=pictures]')
      .first()
      .setInputFiles({ name: '北门.png', mimeType: 'image/png', buffer: picture });
    if (how.scripts) {
      await resident.page.getByRole('button', { name: words.common('markdown.preview') }).click();
      await resident.page.locator('.markdown-preview strong').waitFor();
      await resident.page.getByRole('button', { name: words.common('markdown.write') }).click();
    }
    await resident.press(words.proposals('save-draft'));
    await resident.sees(words.proposals('saved-draft'));
    await resident.go(`${resident.path()}/edit`);
    expect(await resident.page.locator('[name=title]').inputValue()).toBe('便河小区北门加一盏路灯');
    await resident.press(words.proposals('publish'));
    await resident.page.waitForURL(/\/proposals\/[0-9A-Z]{26}$/);
    const proposal = resident.path();
    await resident.page.locator('.pictures img').first().waitFor();
    await resident.go(`${proposal}/edit`);
    await resident.fill({ body: '北门到车棚这一段晚上**很黑**，老人走路不放心。' });
    await resident.press(words.proposals('save'));
    await resident.sees(words.proposals('saved-edit'));
    await resident.go(`${proposal}/versions`);
    expect(await resident.page.locator('ins').allInnerTexts()).toEqual(['很']);
    expect(await resident.page.locator('del').allInnerTexts()).toEqual(['太']);
    await expectNoSideScroll(resident.page);
    await resident.leave();
  });

  it('shows feedback that is not public to nobody else', async () => {
    const resident = await person('resident2');
    await resident.go('/feedback/new');
    await resident.choose('kind', 'help');
    await resident.fill({
      title: '邻居独居老人需要帮忙',
      body: '三楼的老人腿脚不便，希望有人帮忙买菜。',
      category: 'elderly-care',
      areaId: community,
    });
    await resident.choose('isPublic', 'no');
    await resident.press(words.feedback('submit'));
    await resident.page.waitForURL(/\/feedback\/[0-9A-Z]{26}$/);
    await resident.sees(words.feedback('not-public'));
    const neighbour = await person('resident5');
    expect((await neighbour.page.goto(resident.path()))?.status()).toBe(403);
    await neighbour.go('/feedback');
    expect(await neighbour.page.getByText('邻居独居老人需要帮忙').count()).toBe(0);
    await neighbour.page.context().close();
    await resident.leave();
  });

  it('names a wrong credit code at its field and takes the right one', async () => {
    const resident = await person('resident3');
    await resident.go('/organisations/new');
    await resident.fill({
      kind: 'social-organisation',
      name: '便河夕阳红互助社',
      creditCode: '91350100M000100Y44',
      areaId: community,
      about: '老人之间互相帮忙。',
    });
    await resident.press(words.community('form.submit'));
    await resident.page.locator('[name=creditCode][aria-invalid=true]').waitFor();
    expect(await resident.page.locator('[name=name]').inputValue()).toBe('便河夕阳红互助社');
    await resident.fill({ creditCode: '91350100M000100Y43' });
    await resident.press(words.community('form.submit'));
    await resident.page.waitForURL(/\/organisations\/[0-9A-Z]{26}$/);
    await resident.sees(words.community('state.waiting'));
    await resident.leave();
  });

  it('follows and unfollows, and stops mails from the link in one', async () => {
    const visitor = await walkers.visitor();
    await visitor.go('/proposals');
    const href = (await visitor.page.locator('.card-title a').first().getAttribute('href')) ?? '';
    await visitor.go(href);
    await visitor.follow(words.proposals('follow'));
    await visitor.fill({ email: 'resident6@demo.gongzhi.example', password: 'gongzhi-demo' });
    await visitor.press(words.identity('sign-in.submit'));
    await visitor.page.waitForURL((url) => url.pathname === href);
    await visitor.press(words.proposals('follow'));
    await visitor.sees(words.proposals('unfollow'));
    await visitor.press(words.proposals('unfollow'));
    await visitor.sees(words.proposals('unfollowed'));
    await visitor.go('/account/notices');
    await visitor.fill({ mailFrequency: 'immediate' });
    await visitor.page.locator('[name=quiet]').uncheck();
    await visitor.press(words.noticeWays('save'));
    await visitor.go('/feedback/new');
    await visitor.choose('kind', 'consultation');
    await visitor.fill({
      title: '高龄津贴去哪里办理',
      body: '想问一下高龄津贴在哪个窗口办理。',
      category: 'elderly-care',
      areaId: community,
    });
    await visitor.press(words.feedback('submit'));
    await visitor.page.waitForURL(/\/feedback\/[0-9A-Z]{26}$/);
    const feedback = visitor.path();
    const moderator = await person('moderator');
    await moderator.go(feedback);
    await moderator.choose('act', 'answer');
    await moderator.fill({ words: '请到社区服务中心二号窗口。' });
    await moderator.press(words.feedback('decide-send'));
    await moderator.leave();
    const mail = await portal.mail.mailTo('resident6@demo.gongzhi.example', '高龄津贴去哪里办理');
    const link = /https?:\/\/\S+\/unsubscribe\/[^\s)>"]+/.exec(mail.text ?? '')?.[0] ?? '';
    await visitor.go('/inbox');
    await visitor.page.getByText('高龄津贴去哪里办理').first().waitFor();
    await expectNoSideScroll(visitor.page);
    await visitor.go(link);
    await visitor.press(words.community('unsubscribe.submit'));
    await visitor.sees(words.community('unsubscribe.done'));
    await visitor.go('/account/notices');
    expect(await visitor.page.locator('[name=mailFrequency]').inputValue()).toBe('none');
    await visitor.leave();
  });

  it('changes the home area and signs out everywhere else', async () => {
    const phone = await person('resident7');
    const other = await person('resident7');
    await phone.go('/account');
    await phone.fill({ homeAreaId: '421002' });
    await phone.press(words.identity('account.save'));
    await phone.sees(words.identity('account.saved'));
    expect(await phone.page.locator('[name=homeAreaId]').inputValue()).toBe('421002');
    await phone.go('/account/devices');
    await expectNoSideScroll(phone.page);
    await phone.press(words.identity('devices.end-all'));
    await phone.sees(words.identity('devices.ended'));
    await other.page.goto('/account');
    expect(other.path()).toBe('/sign-in');
    await phone.go('/account');
    await phone.leave();
    await other.leave();
  });
});
