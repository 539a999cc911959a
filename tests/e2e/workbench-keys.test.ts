import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { expectAccessible, expectNoSideScroll, openBrowser } from './setup/browser';
import { startPortal } from './setup/portal';
import type { Portal } from './setup/portal';
import { walkersOf } from './setup/walker';
import type { Walker } from './setup/walker';
import { resolvePerson } from '~/domains/identity/index.server';
import { submitFeedback } from '~/domains/feedback/submit-feedback.server';
import { registerWorkOrder } from '~/domains/workorders/registering/register-work-order.server';
import { contextFor } from '~/http/server/services.server';

const orders = 10;
let portal: Portal;
let browser: Browser;
beforeAll(async () => {
  [portal, browser] = await Promise.all([startPortal({ SMTP_URL: '' }), openBrowser()]);
  for (let index = 0; index < orders; index += 1) await register(index);
});
afterAll(async () => {
  await browser.close();
  await portal.stop();
});

const as = async (personId: string) =>
  contextFor(portal.services, await resolvePerson(portal.services.database, personId, null), 'zh-CN');

/** A resident's feedback about a lamp, as an order that waits for dispatch. */
async function register(index: number): Promise<void> {
  const subjectId = await submitFeedback(
    await as('resident-02'),
    {
      title: `第 ${index + 1} 盏路灯不亮`,
      body: '晚上很黑，请尽快修好。',
      category: 'facilities',
      kind: 'help',
      areaId: '421002001001',
      place: '',
      isPublic: 'yes',
    },
    [],
  );
  await registerWorkOrder(await as('moderator'), {
    subjectKind: 'feedback',
    subjectId,
    title: `第 ${index + 1} 盏路灯不亮`,
    description: '晚上很黑，请尽快修好。',
    category: 'facilities',
    departmentId: '',
    externalNumber: '',
    deadline: undefined,
    urgency: 'normal',
  });
}

const waiting = () =>
  portal.services.database.read.queuedOrder.count({ where: { scope: 'area:421002', queue: 'dispatch' } });

it('dispatches ten orders by keyboard alone, and counts the presses', async () => {
  const walkers = walkersOf(portal, browser, { width: 1280, scripts: true, locale: 'zh-CN' });
  const walker: Walker = await walkers.person('moderator');
  await walker.go('/workbench?scope=421002&queue=dispatch&category=facilities');
  await expectAccessible(walker.page);
  await expectNoSideScroll(walker.page);
  const before = await waiting();
  let presses = 0;
  const press = async (key: string) => {
    presses += 1;
    await walker.page.keyboard.press(key);
  };
  const started = Date.now();
  await press('n');
  for (let done = 1; done <= orders; done += 1) {
    await walker.page.locator('[data-key="d"] button:not([disabled])').waitFor();
    const shown = await walker.page.locator('#order').textContent();
    await press('d');
    await expect.poll(waiting, { timeout: 20_000 }).toBe(before - done);
    if (done < orders)
      await walker.page.waitForFunction(
        (title) =>
          document.querySelector('#order') && document.querySelector('#order')?.textContent !== title,
        shown,
      );
  }
  const seconds = (Date.now() - started) / 1000;
  console.log(`ten orders: ${presses} key presses, ${seconds.toFixed(1)} s`);
  expect(presses).toBe(orders + 1);
  await walker.leave();
});
