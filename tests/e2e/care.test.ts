import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible, expectNoSideScroll, openBrowser } from './setup/browser';
import type { Visit } from './setup/browser';
import { startPortal } from './setup/portal';
import type { Portal } from './setup/portal';
import { walkersOf } from './setup/walker';
import type { Walker } from './setup/walker';
import { wordsIn } from './setup/words';

const hour = 3600_000;
const community = '421002001001';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const visits: (Visit & { name: string })[] = [
  { name: 'at 360 px, in Chinese, without JavaScript', width: 360, scripts: false, locale: 'zh-CN' },
  { name: 'at 1280 px in English', width: 1280, scripts: true, locale: 'en' },
];

describe.each(visits)('a need $name', (how) => {
  let portal: Portal;
  let walkers: ReturnType<typeof walkersOf>;
  let [entry, task] = ['', ''];
  const t = wordsIn(how.locale).care;
  const typed = (ahead: number) =>
    new Date(portal.now().getTime() + (ahead + 8) * hour).toISOString().slice(0, 16);
  /** Folder for pictures, where somebody wants to look at the pages. */
  const look = async (walker: Walker, name: string) => {
    await expectNoSideScroll(walker.page);
    if (how.scripts) await expectAccessible(walker.page);
    const folder = process.env.PICTURES;
    if (folder) await walker.page.screenshot({ path: `${folder}/${how.width}-${name}.png`, fullPage: true });
  };
  const somebody = async (name: string, act: (walker: Walker) => Promise<void>) => {
    const walker = await walkers.person(name);
    await act(walker);
    await walker.leave();
  };

  beforeAll(async () => {
    portal = await startPortal();
    walkers = walkersOf(portal, browser, how);
  });
  afterAll(() => portal?.stop());

  it('is stated by the person, who is told what becomes of it', () =>
    somebody('resident22', async (person) => {
      await person.go('/care');
      await look(person, 'care');
      await person.follow(t('new-action'));
      await person.fill({
        called: '周奶奶',
        place: '便河西路 3 号',
        phone: '0716-5559999',
        areaId: community,
      });
      await person.fill({ words: '腿脚不便，开门慢。', rhythmDays: '7' });
      await person.choose('kinds', 'mobility');
      await person.press(t('form.send'));
      await person.seesFault();
      await look(person, 'new');
      await person.choose('consent', 'yes');
      await person.press(t('form.send'));
      await person.page.waitForURL(/\/care\/[0-9A-Z]{26}$/);
      await person.sees(t('next.stated'));
      entry = person.path();
    }));

  it('is opened by the staff for a purpose, taken on, and a visit is planned', () =>
    somebody('grid-worker', async (staff) => {
      await staff.go('/care/desk');
      await look(staff, 'desk');
      await staff.go(entry);
      expect(await staff.page.content()).not.toContain('周奶奶');
      await staff.choose('purpose', 'answer');
      await staff.press(t('look-open'));
      await staff.sees('周奶奶');
      await look(staff, 'opened');
      await staff.press(t('accept-send'));
      await staff.sees(t('state.accepted'));
      await staff.unfold(t('plan-title'));
      await staff.fill({ startsAt: typed(3), minutes: '30', what: '看看缺什么。' });
      await staff.press(t('plan-send'));
      await staff.sees(t('state.active'));
      const row = await portal.services.database.read.careTask.findFirstOrThrow({
        where: { needId: entry.split('/').at(-1) ?? '' },
      });
      task = `/care/tasks/${row.id}`;
      await staff.go(task);
      await look(staff, 'assign');
      await staff.page.locator('input[name=volunteerId]').first().check();
      await staff.press(t('assign-send'));
      await staff.sees(t('task.offered'));
    }));

  it('is visited by a volunteer, who sees what it takes as long as it lasts', () =>
    somebody('resident7', async (volunteer) => {
      await volunteer.go(task);
      expect(await volunteer.page.content()).not.toContain('周奶奶');
      await look(volunteer, 'asked');
      await volunteer.press(t('task-accept'));
      await volunteer.sees('周奶奶');
      portal.advance(3 * hour + 60_000);
      await volunteer.go(task);
      await volunteer.press(t('task-phone'));
      await volunteer.sees('0716-5559999');
      await look(volunteer, 'doing');
      await volunteer.choose('as', 'done');
      await volunteer.fill({ words: '都好，缺一个灯泡。' });
      await volunteer.press(t('record-send'));
      await volunteer.sees(t('flash-recorded'));
      expect((await volunteer.page.request.get(portal.url + task)).status()).toBe(404);
    }));

  it('is seen by the person: the record, and who has looked; taken back, nothing is left', () =>
    somebody('resident22', async (person) => {
      await person.go(entry);
      await person.sees('都好，缺一个灯泡。');
      await person.sees(t('looks-title'));
      await person.sees('网格员小陈');
      await look(person, 'seen');
      await person.unfold(t('withdraw'));
      await person.press(t('withdraw'));
      await person.sees(t('state.withdrawn'));
      expect(await person.page.content()).not.toContain('周奶奶');
      await look(person, 'withdrawn');
    }));
});
