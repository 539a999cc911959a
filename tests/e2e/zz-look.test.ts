import { it, beforeAll, afterAll } from 'vitest';
import type { Browser } from 'playwright-core';
import { openBrowser, visit } from './setup/browser';
import { startPortal } from './setup/portal';
import type { Portal } from './setup/portal';
import { sessionOf } from './setup/session';
let portal: Portal; let browser: Browser;
beforeAll(async () => { [portal, browser] = await Promise.all([startPortal({}, { work: false }), openBrowser()]); });
afterAll(async () => { await browser?.close(); await portal?.stop(); });
it('looks', async () => {
  const { read } = portal.services.database;
  const first = async (kind: string) => (await read.attachment.findFirst({ where: { subjectKind: kind }, orderBy: { subjectId: 'desc' } }))?.subjectId ?? '';
  const ballot = (await read.ballot.findFirst({ where: { state: 'open', kind: 'support' } }))?.id ?? '';
  const pages: [string, string][] = [['home', '/'], ['proposal', `/proposals/${await first('proposal')}`], ['feedback', `/feedback/${await first('feedback')}`], ['order', `/work-orders/${await first('work-order-after')}`], ['ballot', `/ballots/${ballot}`], ['nothing', '/search?q=zzz'], ['new', '/feedback/new']];
  for (const how of [{ width: 360, locale: 'zh-CN' }, { width: 1280, locale: 'en' }] as const) {
    const v = await visit(browser, portal.url, { ...how, scripts: true });
    await v.context.addCookies([{ url: portal.url, name: 'session', value: await sessionOf(portal, 'resident5') }]);
    for (const [name, at] of pages) {
      await v.page.goto(at); await v.page.waitForLoadState('networkidle');
      await v.page.screenshot({ path: `/tmp/look-look/${name}-${how.width}.png`, fullPage: true });
    }
    await v.context.close();
  }
});
