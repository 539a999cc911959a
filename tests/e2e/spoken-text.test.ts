import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { expectAccessible, expectNoSideScroll, openBrowser } from './setup/browser';
import { hydrated } from './setup/hydrated';
import { startPortal } from './setup/portal';
import type { Portal } from './setup/portal';
import { walkersOf } from './setup/walker';
import { wordsIn } from './setup/words';
import { textIn } from '~/i18n/catalogue';
import { voiceInput } from '~/i18n/voice-input';

const words = wordsIn('zh-CN');
const t = textIn('zh-CN', voiceInput);
let browser: Browser;
let portal: Portal;
beforeAll(async () => {
  [browser, portal] = await Promise.all([openBrowser(), startPortal()]);
});
afterAll(async () => {
  await portal?.stop();
  await browser?.close();
});

/** In place of the browser's ears: hears what the test says, and is deaf where the test wants it. */
const ears = `
  window.SpeechRecognition = class {
    start() { if (window.deaf) { this.onerror({ error: window.deaf }); this.onend(); } else window.ears = this; }
    abort() { this.onend(); }
  };
  window.hear = (transcript) => window.ears.onresult({ resultIndex: 0, results: [Object.assign([{ transcript }], { isFinal: true })] });
`;

const walkers = () => walkersOf(portal, browser, { width: 360, scripts: true, locale: 'zh-CN' });

async function atForm(script: string) {
  const walker = await walkers().person('resident3');
  await walker.page.context().addInitScript(script);
  await walker.go('/feedback/new');
  await hydrated(walker);
  return walker;
}

it('writes what is said behind what stands there, says who hears it, and what it cannot do', async () => {
  const walker = await atForm(ears);
  const { page } = walker;
  await walker.fill({ body: '北门的路灯' });
  await walker.unfold(t('privacy-title'));
  await walker.sees(t('privacy'));
  await page.getByRole('button', { name: t('start') }).click();
  await walker.sees(t('said.listening'));
  expect(await page.evaluate('window.ears.lang')).toBe('zh-CN');
  await page.evaluate(`window.hear('坏了三天')`);
  await page.evaluate(`window.hear('，请来修。')`);
  expect(await page.locator('main [name=body]').first().inputValue()).toBe('北门的路灯坏了三天，请来修。');
  await expectAccessible(page);
  await expectNoSideScroll(page);
  await page.getByRole('button', { name: t('stop') }).click();
  await walker.sees(t('said.ended'));
  await page.evaluate(`window.deaf = 'not-allowed'`);
  await page.getByRole('button', { name: t('start') }).click();
  await walker.sees(t('said.not-allowed'));
  await page.getByRole('button', { name: words.feedback('submit') }).click();
  await page.waitForURL(/\/feedback\/[0-9A-Z]{26}$/);
  await walker.sees('北门的路灯坏了三天，请来修。');
  await walker.page.context().close();
});

it('offers nothing, and loads nothing, where the browser has no ears', async () => {
  const walker = await atForm('delete window.SpeechRecognition; delete window.webkitSpeechRecognition;');
  const loaded = await walker.page.evaluate(() =>
    performance.getEntriesByType('resource').map(({ name }) => name),
  );
  expect(loaded.filter((name) => /\/voice-input-[^b]/.test(name))).toEqual([]);
  expect(await walker.page.locator('.voice-input').count()).toBe(0);
  await walker.page.context().close();
});
