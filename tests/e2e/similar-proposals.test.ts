import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible, expectNoSideScroll, openBrowser } from './setup/browser';
import type { Visit } from './setup/browser';
import { startPortal } from './setup/portal';
import type { Portal } from './setup/portal';
import { walkersOf } from './setup/walker';
import { wordsIn } from './setup/words';

let browser: Browser;
let portal: Portal;
beforeAll(async () => {
  [browser, portal] = await Promise.all([openBrowser(), startPortal()]);
});
afterAll(async () => {
  await browser.close();
  await portal.stop();
});

const visits: (Visit & { name: string })[] = [
  { name: 'at 360 px without JavaScript', width: 360, scripts: false, locale: 'zh-CN' },
  { name: 'at 1280 px, in English', width: 1280, scripts: true, locale: 'en' },
];

describe.each(visits)('what is there already, $name', (how) => {
  const words = wordsIn(how.locale);
  let walkers: ReturnType<typeof walkersOf>;
  beforeAll(() => {
    walkers = walkersOf(portal, browser, how);
  });
  const person = (email: string) => walkers.person(email);
  const title = how.scripts ? '江边步道加装太阳能路灯' : '杨林堤晨练场修公共厕所';

  it('is shown while a title is typed, or stands in nobody’s way', async () => {
    const author = await person('resident5');
    const publish = async (again: string) => {
      await author.go('/proposals/new');
      const shown = author.page.getByText(words.proposals('similar-there'));
      await author.page.locator('input[name=title]').pressSequentially(again);
      if (how.scripts && again !== title) {
        await shown.waitFor();
        await author.page.getByRole('link', { name: title }).waitFor();
        await expectAccessible(author.page);
      } else expect(await shown.count()).toBe(0);
      await expectNoSideScroll(author.page);
      await author.fill({
        body: '晚上散步的人多，这里太黑也不方便，请研究解决。',
        category: 'facilities',
        areaId: '421002001001',
      });
      await author.press(words.proposals('publish'));
      await author.page.waitForURL(/\/proposals\/[0-9A-Z]{26}$/);
      return author.path();
    };
    await publish(title);
    await publish(`${title}建议`);
    await author.leave();
  });

  it('stands in the moderators’ queue, where one is merged into the other and back', async () => {
    const { prisma } = { prisma: portal.services.database.read };
    const from = await prisma.proposal.findFirstOrThrow({ where: { title: `${title}建议` } });
    for (const email of ['resident7', 'resident8', 'resident10']) {
      const neighbour = await person(email);
      await neighbour.go(`/proposals/${from.id}`);
      await neighbour.press(words.proposals('endorse'));
      await neighbour.leave();
    }
    const moderator = await person('moderator');
    await moderator.go('/moderation?kind=threshold-reached');
    await expectNoSideScroll(moderator.page);
    if (how.scripts) await expectAccessible(moderator.page);
    const row = moderator.page.locator('.queue-row', { hasText: `${title}建议` });
    await row.getByRole('link', { name: title, exact: true }).waitFor();
    await row
      .getByRole('link', { name: words.proposals('similar-merge') })
      .first()
      .click();
    await moderator.page.waitForURL(/into=/);
    await moderator.unfold(words.proposals('merge'));
    await moderator.fill({ reason: '同一处同一件事' });
    await moderator.press(words.proposals('merge'));
    await moderator.sees(words.proposals('merged-here'));
    await moderator.unfold(words.proposals('undo-merge'));
    await moderator.fill({ reason: '还是分开办' });
    await moderator.press(words.proposals('undo-merge'));
    await moderator.sees(words.proposals('merge-undone'));
    await moderator.leave();
  });
});
