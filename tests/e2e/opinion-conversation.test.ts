import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible, expectNoSideScroll, openBrowser } from './setup/browser';
import type { Visit } from './setup/browser';
import { startPortal } from './setup/portal';
import type { Portal } from './setup/portal';
import { walkersOf } from './setup/walker';
import type { Walker } from './setup/walker';
import { wordsIn } from './setup/words';
import { resolvePerson } from '~/domains/identity/resolve-actor.server';
import { answerStatement } from '~/domains/opinions/statements/answer-statement.server';
import { analyseOpinions } from '~/domains/opinions/rules/analyse-opinions';
import { readVotes } from '~/domains/opinions/rules/files/read-votes';
import { contextFor } from '~/http/server/services.server';

const day = 24 * 3600_000;

/** What each of two camps holds of the statements, the last of which is written by a resident. */
const held = [
  ['院内道路改成单行', '+-'],
  ['取消院内全部地锁', '+-'],
  ['按楼栋分配车位', '-+'],
  ['外来车辆晚上不得进院', '-+'],
  ['消防通道一律不许停车', '++'],
  ['每年重新抽签一次', '+-'],
  ['物业每月公布停车收支', '++'],
] as const;
const written = '给救护车留出一条直达各单元的路';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const visits: (Visit & { name: string })[] = [
  { name: 'at 360 px without JavaScript', width: 360, scripts: false, locale: 'zh-CN' },
  { name: 'at 1280 px, in English', width: 1280, scripts: true, locale: 'en' },
];

describe.each(visits)('a conversation $name', (how) => {
  let portal: Portal;
  let walkers: ReturnType<typeof walkersOf>;
  let conversation = '';
  const words = wordsIn(how.locale);
  const person = (email: string) => walkers.person(email);
  const check = async (walker: Walker) => {
    await expectNoSideScroll(walker.page);
    if (how.scripts) await expectAccessible(walker.page);
  };
  const conversationId = () => conversation.split('/').pop() ?? '';
  const eventually = async (walker: Walker, path: string, text: string) => {
    for (let attempt = 0; attempt < 60; attempt += 1) {
      await walker.page.goto(path);
      if ((await walker.page.getByText(text).count()) > 0) return;
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
    throw new Error(`${path} never showed “${text}”`);
  };

  beforeAll(async () => {
    portal = await startPortal();
    walkers = walkersOf(portal, browser, how);
  });
  afterAll(() => portal?.stop());

  it('is opened by a moderator; what is wrong comes back at its field', async () => {
    const moderator = await person('moderator');
    await moderator.go('/conversations/new');
    await moderator.fill({
      title: '院里停车怎么管？',
      body: '请说说办法。',
      areaId: '421002',
      seeds: `${held[0][0]}\n${'长'.repeat(141)}`,
    });
    await moderator.press(words.conversations('form.submit'));
    await moderator.seesFault();
    await check(moderator);
    await moderator.fill({ seeds: held.map(([statement]) => statement).join('\n') });
    await moderator.press(words.conversations('form.submit'));
    await moderator.page.waitForURL(/\/conversations\/[0-9A-Z]{26}$/);
    conversation = moderator.path();
    await moderator.sees(words.conversations('state.open'));
    await check(moderator);
    await moderator.leave();
  });

  it('is answered card by card, and a visitor signs in first', async () => {
    const resident = await walkers.visitor();
    await resident.go(conversation);
    await check(resident);
    await resident.press(words.conversations('agree'));
    await resident.fill({ email: 'resident1@demo.gongzhi.example', password: 'gongzhi-demo' });
    await resident.press(words.identity('sign-in.submit'));
    await resident.page.waitForURL(`**${conversation}`);
    const total = held.length;
    for (let answered = 0; answered < total; answered += 1) {
      await resident.sees(words.conversations('progress-text', { answered, total }));
      if (how.scripts) {
        await resident.page.locator('body').click({ position: { x: 2, y: 2 } });
        await Promise.all([
          resident.page.waitForResponse((response) => response.request().method() === 'POST'),
          resident.page.keyboard.press('a'),
        ]);
      } else await resident.press(words.conversations(answered === 0 ? 'pass' : 'agree'));
    }
    await resident.sees(words.conversations('all-done-title'));
    await resident.follow(words.conversations('see-all'));
    await check(resident);
    await resident.follow(words.conversations('change'));
    await resident.press(words.conversations('disagree'));
    await resident.sees(words.conversations('flash-answered', { answer: words.conversations('disagree') }));
    await resident.leave();
  });

  it('takes a statement that is new, after showing those that say the same', async () => {
    const resident = await person('resident2');
    await resident.go(conversation);
    const similar = resident.page.getByText(words.conversations('similar-title'));
    await resident.page.locator('textarea[name=body]').pressSequentially('消防通道一律不许停车辆');
    if (!how.scripts) {
      await resident.press(words.conversations('write-submit'));
      expect(await resident.page.locator('textarea[name=body]').inputValue()).toBe('消防通道一律不许停车辆');
    }
    await similar.waitFor();
    await check(resident);
    await resident.fill({ body: written });
    await resident.press(words.conversations('write-submit'));
    await resident.sees(words.conversations('flash-waiting'));
    await resident.leave();
    const moderator = await person('moderator');
    await moderator.go('/moderation?kind=statement');
    await check(moderator);
    await moderator.page.getByRole('link', { name: written }).click();
    await moderator.page.waitForURL(/statements/);
    await moderator.press(words.conversations('accept'));
    await moderator.sees(words.conversations('flash-accepted'));
    await moderator.leave();
  });

  it('draws the map of forty people’s answers within a second or so', async () => {
    const { services } = portal;
    const statements = await services.database.read.statement.findMany({
      where: { conversationId: conversationId() },
      orderBy: { number: 'asc' },
    });
    expect(statements).toHaveLength(held.length + 1);
    const people = Array.from({ length: 40 }, (_, at) => `resident-${String(at + 3).padStart(2, '0')}`);
    for (const [at, id] of people.entries()) {
      const ctx = contextFor(services, await resolvePerson(services.database, id, null), 'zh-CN');
      for (const [place, statement] of statements.entries()) {
        const mark = (held[place]?.[1] ?? '++')[at % 2];
        const turns = (at * 3 + place * 5) % 17 === 0;
        await answerStatement(ctx, {
          conversationId: conversationId(),
          statementId: statement.id,
          answer: (mark === '+') !== turns ? 'agree' : 'disagree',
        });
      }
    }
    const visitor = await walkers.visitor();
    const started = Date.now();
    await eventually(visitor, conversation, words.conversations('picture-words', { people: 42, groups: 2 }));
    console.info(`  the map showed the last answer after ${Date.now() - started} ms`);
    await check(visitor);
    await visitor.leave();
  });

  it('ends with a report that anyone can count again', async () => {
    portal.advance(15 * day);
    const visitor = await walkers.visitor();
    const report = `${conversation}/report`;
    await eventually(visitor, conversation, words.conversations('see-report'));
    await visitor.follow(words.conversations('see-report'));
    await visitor.page.waitForURL(`**${report}`);
    await visitor.sees(words.conversations('common-title'));
    const common = await visitor.page.locator('.statement-line-words').allInnerTexts();
    expect(common).toEqual(expect.arrayContaining(['消防通道一律不许停车', '物业每月公布停车收支', written]));
    await check(visitor);
    const file = await visitor.page.request.get(`${conversation}/participants-votes.csv`);
    const { groups } = analyseOpinions(readVotes(await file.body()));
    const shown = groups.map(({ people }, group) =>
      words.conversations('group-people', { name: 'AB'[group] ?? '', count: people }),
    );
    for (const text of shown) await visitor.sees(text);
    expect(groups).toHaveLength(2);
    expect((await file.text()).includes('resident')).toBe(false);
    await visitor.leave();
    const resident = await person('resident1');
    await eventually(resident, '/inbox', words.events('conversation.closed', { title: '院里停车怎么管？' }));
    await resident.leave();
  });

  it('turns what all agree on into a proposal that names its origin', async () => {
    const resident = await person('resident4');
    await resident.go(`${conversation}/report`);
    await resident.page
      .locator('.statement-line', { hasText: '消防通道一律不许停车' })
      .getByRole('link', { name: words.conversations('make-proposal') })
      .first()
      .click();
    await resident.page.waitForURL(/\/proposals\/new/);
    expect(await resident.page.locator('textarea[name=body]').inputValue()).toContain('消防通道一律不许停车');
    await resident.fill({ title: '消防通道划黄线禁停', category: 'safety' });
    await resident.press(words.proposals('publish'));
    await resident.page.waitForURL(/\/proposals\/[0-9A-Z]{26}$/);
    await resident.sees('院里停车怎么管？');
    await check(resident);
    await resident.go(`${conversation}/report`);
    await resident.sees('消防通道划黄线禁停');
    await resident.leave();
  });
});
