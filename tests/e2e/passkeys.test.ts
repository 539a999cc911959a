import type { Browser, CDPSession } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible, expectNoSideScroll, openBrowser } from './setup/browser';
import { startPortal } from './setup/portal';
import type { Portal } from './setup/portal';
import { walkersOf } from './setup/walker';
import type { Walker } from './setup/walker';
import { wordsIn } from './setup/words';
import { paths } from '~/paths';

const password = 'gongzhi-demo';
const words = wordsIn('zh-CN');
const { passkeys: t } = words;

let browser: Browser;
let portal: Portal;
beforeAll(async () => {
  browser = await openBrowser();
  portal = await startPortal();
});
afterAll(async () => {
  await portal?.stop();
  await browser.close();
});

const phone = { width: 360, scripts: true, locale: 'zh-CN' } as const;

/** A device that makes passkeys and unlocks itself, in the place of a finger (CDP, WebAuthn). */
async function deviceOf({ page }: Walker): Promise<{ session: CDPSession; authenticatorId: string }> {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  const options = {
    ...({ protocol: 'ctap2', transport: 'internal' } as const),
    ...{ hasResidentKey: true, hasUserVerification: true, isUserVerified: true },
    automaticPresenceSimulation: true,
  };
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', { options });
  return { session, authenticatorId };
}

const tell = async (walker: Walker, text: string) => {
  await walker.page.getByRole('button', { name: text, exact: true }).filter({ visible: true }).last().click();
};

async function addPasskey(walker: Walker, name: string): Promise<void> {
  await walker.go(paths.passkeys);
  await walker.fill({ name, password });
  await tell(walker, t('add-submit'));
  await walker.sees(t('flash-added'));
}

/** Presses the button that asks, and in the dialog gives the password. */
async function confirmWith(walker: Walker, trigger: string): Promise<void> {
  await walker.unfold(trigger);
  await walker.page.locator('dialog[open] input[name=password]').fill(password);
  await walker.page
    .locator('dialog[open] button[type=submit], dialog[open] button:not([type])')
    .last()
    .click();
}

describe('a passkey on a phone', () => {
  const walkers = () => walkersOf(portal, browser, phone);

  it('is added, becomes the second step, and gives codes for the day it is lost', async () => {
    const walker = await walkers().person('resident3');
    await deviceOf(walker);
    await walker.go(paths.passkeys);
    await walker.sees(t('none'));
    await walker.fill({ name: '我的手机', password: 'not the password' });
    await tell(walker, t('add-submit'));
    await walker.page.locator('form [role=alert]').first().waitFor();
    await addPasskey(walker, '我的手机');
    await walker.sees('我的手机');
    await expectNoSideScroll(walker.page);
    await expectAccessible(walker.page);

    await confirmWith(walker, t('turn-on'));
    await walker.sees(t('codes-shown'));
    const codes = await walker.page.locator('code.shown-secret').allInnerTexts();
    expect(codes).toHaveLength(10);
    await expectNoSideScroll(walker.page);
    await expectAccessible(walker.page);
    await walker.leave();
  });
});
