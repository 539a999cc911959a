import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible, expectNoSideScroll, openBrowser } from './setup/browser';
import { startPortal } from './setup/portal';
import type { Portal } from './setup/portal';
import { walkersOf } from './setup/walker';

let portal: Portal;
let browser: Browser;
beforeAll(async () => {
  [portal, browser] = await Promise.all([startPortal({ SMTP_URL: '' }), openBrowser()]);
}, 240_000);
afterAll(async () => {
  await browser.close();
  await portal.stop();
});

const shots = process.env.LOOK_FOLDER;
async function look(page: Page, name: string): Promise<void> {
  await expectNoSideScroll(page);
  if (shots) await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true });
}

describe.each([
  { width: 1280, scripts: true, locale: 'zh-CN' },
  { width: 360, scripts: false, locale: 'zh-CN' },
] as const)('what an office keeps by page, at $width px, scripts: $scripts', (how) => {
  const walkers = () => walkersOf(portal, browser, how);
  const about = `${how.width}`;

  it('a category is added, chosen, retired, and stays readable', async () => {
    const { visitor, person } = walkers();
    const administrator = await person('administrator');
    await administrator.go('/administration');
    await administrator.follow('事项类别');
    await administrator.unfold('增加类别');
    await administrator.fill({ code: 'Noise', name: `噪声扰民${about}`, reason: '反映集中' });
    await administrator.press('增加');
    await administrator.seesFault();
    await administrator.fill({ code: `noise-${about}` });
    await administrator.press('增加');
    await administrator.sees('已增加。');
    if (how.scripts) await expectAccessible(administrator.page);
    await look(administrator.page, `categories-${about}`);
    await administrator.follow(`噪声扰民${about}`);
    await administrator.unfold('停用');
    await administrator.fill({ reason: '并入环境卫生' });
    await administrator.press('停用');
    await administrator.sees('已停用。');
    await look(administrator.page, `category-${about}`);
    const reader = await visitor();
    await reader.go(`/categories/noise-${about}`);
    await reader.sees('并入环境卫生');
  });

  it('a list of invitations names what is wrong, and becomes slips to hand over', async () => {
    const { person } = walkers();
    const administrator = await person('administrator');
    await administrator.go('/moderation/invitations');
    await administrator.follow('按名单邀请');
    await administrator.fill({ text: 'name,email,role,area\n张敏,,校长,421002\n李强,,部门工作人员,421002' });
    await administrator.press('检查并发出邀请');
    await administrator.sees('没有职责“校长”');
    await look(administrator.page, `invitations-faults-${about}`);
    await administrator.fill({
      text: 'name,email,role,area\n张敏,,审核员,421002\n李强,,部门工作人员,421002',
    });
    await administrator.press('检查并发出邀请');
    await administrator.sees('已发出 2 个邀请');
    if (how.scripts) await expectAccessible(administrator.page);
    await look(administrator.page, `invitations-sheet-${about}`);
  });

  it('the counter helps a resident in, who is told', async () => {
    const { visitor, person } = walkers();
    const clerk = await person('moderator');
    await clerk.go('/moderation');
    await clerk.follow('窗口：帮居民登录');
    await clerk.fill({ email: 'resident1@demo.gongzhi.example', seen: `居民身份证，本人到场 ${about}` });
    await clerk.press('发登录码');
    await clerk.sees('请交给本人');
    await look(clerk.page, `counter-${about}`);
    const code = (await clerk.page.locator('code.shown-secret').innerText()).trim();
    const resident = await visitor();
    await resident.go('/sign-in');
    await resident.follow('有窗口发的登录码？');
    await resident.fill({ code });
    await look(resident.page, `sign-in-code-${about}`);
    await resident.press('登录');
    await resident.sees('您已登录。');
  });

  it('misconduct is reported without a name that anyone sees', async () => {
    const { person } = walkers();
    const resident = await person('resident2');
    await resident.go('/feedback/new');
    await resident.fill({ body: `窗口的人收了两百元没有开票 ${about}。` });
    await resident.page.getByLabel('举报').check();
    await resident.press('提交诉求');
    await resident.sees('这是举报');
    const at = new URL(resident.page.url()).pathname;
    const moderator = await person('moderator');
    await moderator.go(at);
    await moderator.sees('举报人身份已密封');
    if (how.scripts) await expectAccessible(moderator.page);
    await look(moderator.page, `misconduct-${about}`);
    expect((await (await person('resident3')).page.request.get(portal.url + at)).status()).toBe(403);
  });

  it('the figures of moderation are taken home as a table', async () => {
    const reader = await walkers().visitor();
    await reader.go('/moderation/statistics');
    await look(reader.page, `figures-${about}`);
    const href = await reader.page.getByRole('link', { name: 'CSV' }).getAttribute('href');
    const table = await (await reader.page.request.get(portal.url + (href ?? ''))).text();
    expect(table).toContain('period,by,key,name,count');
  });
});
