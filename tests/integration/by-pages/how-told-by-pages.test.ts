import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeAreas, makePerson } from '../../factories/proposals';
import { postForm, signedInCookie } from '../../setup/posting-people';
import { testPortal } from '../../setup/portal';
import type { TestPortal } from '../../setup/portal';
import { contextOfPortal } from '../../setup/posting-people';
import { openPushService } from '../../setup/push-service';
import type { PushService } from '../../setup/push-service';
import type { TestContext } from '../../setup/context';
import { wholeBuild } from '../../setup/whole-build';

const path = '/account/notices';
let portal: TestPortal;
let test: TestContext;
let service: PushService;
let cookie = '';
beforeAll(async () => {
  portal = await testPortal(await wholeBuild());
  test = contextOfPortal(portal);
  service = await openPushService();
  await makeAreas(test);
  await makePerson(test, 'reader');
  cookie = await signedInCookie(portal, 'reader');
}, 120_000);
afterAll(async () => {
  await service.close();
  await portal.dispose();
});

const page = async () => (await portal.ask(path, { headers: { Cookie: cookie } })).text();
const post = (form: Record<string, string>) => postForm(portal, { cookie, path, form });
const ways = {
  ...{ intent: 'ways', mailFrequency: 'daily', weekly: 'yes', quiet: 'yes' },
  ...{ quietStart: '21:30', quietEnd: '06:30', 'mail-decisions': 'immediate', 'mail-own': '' },
};

describe('the page on which a person says how to be told', () => {
  it('is one for mail, push, quiet hours and the letter, and keeps what is chosen without scripts', async () => {
    expect((await post({ ...ways, 'topics-matters': 'feedback', 'push-matters': 'yes' })).status).toBe(302);
    const { read } = test.database;
    expect(await read.person.findUnique({ where: { id: 'reader' } })).toMatchObject({
      mailFrequency: 'daily',
    });
    expect(await read.noticeSetting.findUnique({ where: { personId: 'reader' } })).toMatchObject({
      ...{ quiet: true, quietStart: '21:30', quietEnd: '06:30', weekly: true },
    });
    const chosen = await read.noticeWay.findMany({ where: { personId: 'reader' } });
    const decisions = chosen.find(({ noticeGroup }) => noticeGroup === 'decisions');
    expect(decisions).toMatchObject({ mail: 'immediate', push: false });
    expect(chosen.map(({ noticeGroup }) => noticeGroup)).not.toContain('matters');
    const muted = await read.mutedTopic.findMany({ where: { personId: 'reader' } });
    expect(muted.map(({ topic }) => topic)).not.toContain('feedback');
    expect(muted.map(({ topic }) => topic)).toContain('workorders');
    const html = await page();
    expect(html).toMatch(/<option value="daily" selected[^>]*>每天汇总一封/);
    expect(html).toContain('value="21:30"');
    expect(html).toContain('开启推送需要浏览器运行脚本');
  });

  it('says at its field what is wrong, and keeps what was typed', async () => {
    const long = await post({ ...ways, quietStart: '20:00', quietEnd: '08:00' });
    expect(long.status).toBe(400);
    const html = await long.text();
    expect(html).toContain('免打扰最长 11 小时');
    expect(html).toContain('value="20:00"');
    const faults: Record<string, string>[] = [
      { mailFrequency: 'hourly' },
      { quietStart: '25:00' },
      { 'topics-matters': 'ballots-x' },
    ];
    for (const wrong of faults)
      expect((await post({ ...ways, ...wrong })).status, JSON.stringify(wrong)).toBe(400);
  });

  it('takes a device that the browser offers, names it, and takes it off the list', async () => {
    const { subscription } = service.device('phone');
    const refused = await post({ intent: 'add-device', ...subscription });
    expect(refused.status).toBe(400);
    expect(await refused.text()).toContain('这个推送地址不能用');
    const given = { ...subscription, endpoint: 'https://push.example/phone' };
    for (const wrong of [{ auth: 'short' }, { p256dh: 'x'.repeat(90) }, { endpoint: 'nonsense' }])
      expect((await post({ intent: 'add-device', ...given, ...wrong })).status).toBe(400);
    for (let times = 0; times < 2; times += 1)
      expect((await post({ intent: 'add-device', ...given })).status).toBe(302);
    const html = await page();
    const [, id = ''] = /name="id" value="([0-9A-Z]{26})"/.exec(html) ?? [];
    expect(html).not.toContain('push.example');
    expect(id).not.toBe('');
    expect((await post({ intent: 'remove-device', id })).status).toBe(302);
    expect(await page()).toContain('还没有设备接收推送');
  });
});
