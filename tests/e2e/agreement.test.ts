import { execFileSync, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible, expectNoSideScroll, openBrowser } from './setup/browser';
import type { Visit } from './setup/browser';
import { startPortal } from './setup/portal';
import type { Portal } from './setup/portal';
import { walkersOf } from './setup/walker';
import type { Walker } from './setup/walker';
import { wordsIn } from './setup/words';
import { needs } from '../setup/needs';

const password = 'gongzhi-demo';
const changed = '南门充电桩和路灯共建协议';
const community = '421002001001';
const organisations = { coordinator: '江豚志愿服务中心', merchant: '荆楚便民超市', committee: '便河社区' };
type Person = keyof typeof organisations;

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const hasPdfsig = spawnSync('pdfsig', ['-v']).error === undefined;

const visits: (Visit & { name: string })[] = [
  { name: 'at 360 px, in Chinese', width: 360, scripts: true, locale: 'zh-CN' },
  { name: 'at 1280 px in English, without JavaScript', width: 1280, scripts: false, locale: 'en' },
];

describe.each(visits)('an agreement of three parties $name', (how) => {
  let portal: Portal;
  let walkers: ReturnType<typeof walkersOf>;
  let agreement = '';
  let sealed = '';
  const words = wordsIn(how.locale);
  const t = words.agreements;

  beforeAll(async () => {
    portal = await startPortal();
    walkers = walkersOf(portal, browser, how);
  });
  afterAll(() => portal?.stop());

  async function actingPerson(name: Person): Promise<Walker> {
    const walker = await walkers.person(name);
    await walker.go('/account/act-for');
    await walker.page.getByRole('radio', { name: organisations[name] }).check();
    await walker.press(words.identity('act-for.submit'));
    return walker;
  }

  const check = async (walker: Walker) => {
    await expectNoSideScroll(walker.page);
    if (how.scripts) await expectAccessible(walker.page);
  };

  const used = new Set<string>();
  /** What a person reads in the newest mail with a code: one that came for another text is not it. */
  async function codeOf(name: Person): Promise<string> {
    for (let attempt = 0; attempt < 120; attempt += 1) {
      const mail = await portal.mail.mailTo(`${name}@demo.gongzhi.example`, '签署验证码');
      const code = /(\d{6})/.exec(mail.text ?? '')?.[1] ?? '';
      if (!used.has(code)) {
        used.add(code);
        return code;
      }
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
    throw new Error(`no new code came for ${name}`);
  }

  const waitFor = async (walker: Walker, text: string) => {
    for (let attempt = 0; attempt < 60; attempt += 1) {
      await walker.go(agreement);
      if ((await walker.page.getByText(text, { exact: true }).count()) > 0) return;
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
    throw new Error(`${agreement} never showed “${text}”`);
  };

  const pictureOf = async (walker: Walker, name: string) => {
    if (!process.env.PICTURES) return;
    const file = path.join(process.env.PICTURES, `${name}-${how.width}.png`);
    await walker.page.screenshot({ path: file, fullPage: true });
  };

  it('is drafted from a template and negotiated clause by clause', async () => {
    const coordinator = await actingPerson('coordinator');
    await coordinator.go('/agreements/new?template=subsidy');
    await coordinator.fill({ title: '南门充电桩共建协议', areaId: community });
    for (const id of ['org-bianhe', 'org-chaoshi']) await coordinator.choose('partyIds', id);
    await coordinator.fill({
      ...{ 'party.1': 'org-jiangtun', 'what.1': '培训二十名老人', 'due.1': '2029-12-31' },
      ...{ 'amount.1': '3000', 'payer.1': 'org-bianhe', 'party.2': 'org-chaoshi', 'what.2': '提供场地' },
    });
    await check(coordinator);
    await pictureOf(coordinator, 'new');
    await coordinator.fill({ 'due.1': '2029-12-30' });
    await coordinator.press(t('form.submit'));
    await coordinator.page.waitForURL(/\/agreements\/[0-9A-Z]{26}$/);
    agreement = coordinator.path();
    await coordinator.unfold(words.agreementDrafting('rights-set'));
    await coordinator.fill({ 'right.org-chaoshi': 'propose' });
    await coordinator.press(words.agreementDrafting('rights-save'));
    await coordinator.sees(words.agreementDrafting('right.propose'));
    const merchant = await actingPerson('merchant');
    await merchant.go(agreement);
    await merchant.unfold(t('note'));
    await merchant.fill({ text: '写清楚谁来打扫', proposed: '## 打扫\n\n场地用后由使用方打扫。' });
    await merchant.press(t('note-send'));
    await merchant.leave();
    const committee = await actingPerson('committee');
    for (const party of [coordinator, committee]) {
      await party.go(agreement);
      await party.press(t('note-accept'));
    }
    await committee.leave();
    await coordinator.go(agreement);
    await coordinator.sees(t('note-state.accepted'));
    // One reads the text before one reads who may change it.
    const parts = await coordinator.page.locator('main h2').allInnerTexts();
    expect(parts.indexOf(t('clauses'))).toBe(0);
    expect(parts.indexOf(words.agreementDrafting('rights-title'))).toBeGreaterThan(
      parts.indexOf(t('parties')),
    );
    await check(coordinator);
    await pictureOf(coordinator, 'draft');
    await coordinator.follow(t('versions'));
    await coordinator.sees('场地用后由使用方打扫');
    await coordinator.leave();
  });

  it('lets who may only propose change the draft by its form, once the others accept', async () => {
    const merchant = await actingPerson('merchant');
    await merchant.go(`${agreement}/edit`);
    await merchant.sees(words.agreementDrafting('right-own.propose'));
    await merchant.fill({ title: changed, why: '路灯一起建' });
    await merchant.press(t('form.submit'));
    await merchant.sees(t('flash-edit-proposed'));
    await merchant.leave();
    for (const name of ['coordinator', 'committee'] as const) {
      const party = await actingPerson(name);
      await party.go(agreement);
      if (name === 'coordinator') await check(party);
      await pictureOf(party, `proposed-${name}`);
      await party.press(t('note-accept'));
      if (name === 'committee') await party.page.getByRole('heading', { name: changed }).waitFor();
      await party.leave();
    }
    const coordinator = await actingPerson('coordinator');
    await freeze(coordinator);
    await coordinator.leave();
  });

  async function freeze(walker: Walker): Promise<void> {
    await walker.go(agreement);
    await walker.unfold(t('freeze'));
    await walker.press(t('freeze'));
    await walker.sees(words.common('to-check'));
  }

  /** Each signs with the code that was mailed for this text. */
  async function signByAll(look: boolean): Promise<void> {
    for (const name of Object.keys(organisations) as Person[]) {
      const signatory = await actingPerson(name);
      await signatory.go(agreement);
      await signatory.press(t('code-get'));
      await signatory.sees(t('flash-code'));
      const looks = look && name === 'coordinator';
      if (looks) await pictureOf(signatory, 'sign');
      await signatory.choose('consent', 'yes');
      await signatory.fill({ name: '张三', password, code: await codeOf(name) });
      if (looks) await check(signatory);
      await signatory.press(t('sign'));
      await signatory.sees(t('flash-signed'));
      if (looks) await pictureOf(signatory, 'partly-signed');
      await signatory.leave();
    }
  }

  it('is signed by each with a code from the mail, sealed, and holds by other programs', async () => {
    await signByAll(true);
    const visitor = await walkers.visitor();
    await waitFor(visitor, t('document-sealed'));
    await visitor.sees(t('state.in-force'));
    await check(visitor);
    await pictureOf(visitor, 'in-force');
    const version = await visitor.page.locator('a[href*="/agreement-"]').first().getAttribute('href');
    const bytes = Buffer.from(await (await fetch(`${portal.url}${version}`)).arrayBuffer());
    const file = path.join(os.tmpdir(), `gongzhi-e2e-${how.width}.pdf`);
    writeFileSync(file, bytes);
    sealed = file;
    await visitor.go('/agreements/check');
    await visitor.page.locator('input[type=file]').setInputFiles(file);
    await visitor.press(t('check-send'));
    await visitor.sees(t('check.sealed'));
    await check(visitor);
    await pictureOf(visitor, 'check');
    await visitor.leave();
  });

  it('holds by poppler', needs(hasPdfsig, 'pdfsig (poppler-utils)'), () => {
    const words = execFileSync('pdfsig', [sealed], { encoding: 'utf8' });
    expect(words.match(/Signature is Valid\./g)).toHaveLength(4);
  });

  it('is kept with evidence and paid, and amended by a text that all sign', async () => {
    const coordinator = await actingPerson('coordinator');
    await coordinator.go(agreement);
    await coordinator.unfold(t('meet'));
    await coordinator.fill({ report: '培训了二十二名老人，签到表附后。' });
    await coordinator.page.locator('input[type=file][name=files]').setInputFiles(sealed);
    await coordinator.press(t('meet'));
    await coordinator.sees(t('obligation.reported'));
    const committee = await actingPerson('committee');
    await committee.go(agreement);
    await committee.sees(path.basename(sealed));
    await committee.press(t('accept'));
    await committee.press(t('release'));
    await committee.sees(t('released'));
    await committee.go('/agreements/subsidies');
    await committee.sees('2029');
    await committee.leave();
    await coordinator.go(agreement);
    await coordinator.press(t('continue.amendment'));
    const amended = agreement;
    await coordinator.page.waitForURL((url) => url.pathname !== amended);
    await coordinator.sees(t('continues.amendment'));
    agreement = coordinator.path();
    await freeze(coordinator);
    await coordinator.leave();
    await signByAll(false);
    const visitor = await walkers.visitor();
    await visitor.go(agreement);
    await visitor.sees(t('state.in-force'));
    await visitor.go(amended);
    await visitor.sees(t('state.replaced'));
    await pictureOf(visitor, 'replaced');
    await visitor.leave();
  });

  it('is left by one party, who walks away with notice', async () => {
    const merchant = await actingPerson('merchant');
    await merchant.go(agreement);
    await merchant.unfold(t('notice'));
    const endsOn = new Date(Date.now() + 40 * 24 * 3600_000).toISOString().slice(0, 10);
    await merchant.fill({ endsOn, reason: '门店搬迁，不能再提供场地' });
    await merchant.press(t('notice'));
    await merchant.sees(t('flash-notice'));
    await check(merchant);
    await pictureOf(merchant, 'notice');
    await merchant.leave();
  });
});
