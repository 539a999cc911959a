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
] as const)('what an office sets by page, at $width px, scripts: $scripts', (how) => {
  const about = `${how.width}`;

  it('how many endorsements are needed, and in which hours offices work', async () => {
    const { person } = walkersOf(portal, browser, how);
    const administrator = await person('administrator');
    await administrator.go('/administration');
    await administrator.follow('附议人数');
    await administrator.unfold('规定附议人数');
    await administrator.fill({ areaId: '421002001001', count: '0', reason: '人口较少的社区' });
    await administrator.press('规定附议人数');
    await administrator.seesFault();
    await administrator.fill({ count: how.width === 360 ? '6' : '5' });
    await administrator.press('规定附议人数');
    await administrator.sees('已规定。');
    if (how.scripts) await expectAccessible(administrator.page);
    await look(administrator.page, `thresholds-${about}`);
    await administrator.go('/work-orders/deadlines');
    await administrator.unfold('修改工作时间');
    await administrator.fill({ hours: '09:00-08:00', source: '政府办〔2026〕8号' });
    await administrator.press('修改工作时间');
    await administrator.seesFault();
    await administrator.fill({ hours: how.width === 360 ? '09:00-17:00' : '08:30-12:00,14:30-18:00' });
    await administrator.press('修改工作时间');
    await administrator.sees(how.width === 360 ? '工作日 09:00-17:00' : '工作日 08:30-12:00,14:30-18:00');
    if (how.scripts) await expectAccessible(administrator.page);
    await look(administrator.page, `hours-${about}`);
    await administrator.leave();
  });

  it('a resident changes the mail address by the code that is mailed to the new one', async () => {
    const { person } = walkersOf(portal, browser, how);
    const name = how.width === 360 ? 'resident8' : 'resident9';
    const resident = await person(name);
    await resident.go('/account');
    await resident.follow('更换邮箱');
    await look(resident.page, `address-${about}`);
    const email = `moved-${about}@example.org`;
    await resident.fill({ email, password: 'wrong password' });
    await resident.press('寄验证码到新邮箱');
    await resident.seesFault();
    await resident.fill({ email, password: 'gongzhi-demo' });
    await resident.press('寄验证码到新邮箱');
    await resident.sees(email);
    if (how.scripts) await expectAccessible(resident.page);
    await look(resident.page, `address-waits-${about}`);
    const { keys, database } = portal.services;
    const mail = await database.read.mail.findFirstOrThrow({ where: { recipient: email } });
    await resident.fill({ code: /\d{6}/.exec(keys.open(mail.text))?.[0] ?? '' });
    await resident.press('更换邮箱');
    await resident.sees('邮箱已更换');
    expect(resident.path()).toBe('/account');
    await resident.sees(email);
    await resident.leave();
  });
});
