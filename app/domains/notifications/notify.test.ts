import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeFeedback } from '../../../tests/factories/feedback';
import { communityId, makeAreas, makePerson, makeProposal } from '../../../tests/factories/proposals';
import { mailsTo as mailsToAddress } from '../../../tests/setup/mails';
import { runJobs } from '../../../tests/setup/jobs';
import { sampleFacts } from '../../../tests/setup/sample-facts';
import { testContext } from '../../../tests/setup/context';
import type { TestContext } from '../../../tests/setup/context';
import { answerProposal } from '../proposals/answer-proposal.server';
import { endorseProposal } from '../proposals/endorsing/endorse-proposal.server';
import { allEvents } from '../registry.server';
import { queueDigests } from './digest.server';
import { inTransaction } from '../in-transaction.server';
import { follow } from './follow.server';
import { inboxPage, markRead, unreadCount } from './inbox.server';
import { unsubscribePath } from './notification-text';
import { unsubscribe } from './unsubscribe.server';
import { newId } from '~/platform/ids';

let test: TestContext;
const hour = 3600_000;

beforeAll(async () => {
  test = await testContext();
  await makeAreas(test);
  await makePerson(test, 'author');
  await makePerson(test, 'moderator', { role: 'moderator', areaId: '421002' });
  for (const [id, mailFrequency, locale] of [
    ['at-once', 'immediate', 'en'],
    ['daily', 'daily', 'zh-CN'],
    ['never', 'none', 'zh-CN'],
  ] as const) {
    await makePerson(test, id);
    await test.database.transaction((tx) =>
      tx.prisma.person.update({ where: { id }, data: { mailFrequency, locale } }),
    );
    // By the clock that the tests move, some of what they tell falls into the night.
    await test.database.transaction((tx) =>
      tx.prisma.noticeSetting.create({
        data: { personId: id, quiet: false, quietStart: '22:00', quietEnd: '07:00' },
      }),
    );
  }
});
afterAll(() => test.dispose());

const followers = ['at-once', 'daily', 'never'];

/** A proposal that three follow, which is declined by the moderator. */
async function declined(): Promise<string> {
  const id = await makeProposal(test, 'author');
  await test.database.transaction(async (tx) => {
    for (const personId of followers)
      await follow(tx, { personId, subjectKind: 'proposal', subjectId: id, at: test.clock.now() });
  });
  for (const personId of followers) await endorseProposal(await test.asPerson(personId), id);
  await answerProposal(await test.asPerson('moderator'), id, {
    decision: 'decline',
    answer: '该路段已列入明年改造计划。',
  });
  await runJobs(test);
  // Those who follow get one mail of what came within a minute.
  test.clock.advance(31 * 60_000);
  await runJobs(test);
  return id;
}

const mailsTo = async (personId: string) => (await mailsToAddress(test, `${personId}@example.org`)).reverse();

describe('an event', () => {
  it('has whom it tells, even if on purpose nobody', () => {
    const untold = Object.entries(allEvents).filter(
      ([type, definition]) => definition.audience(sampleFacts(type)).length === 0,
    );
    expect(untold.map(([type]) => type)).toEqual([]);
  });

  it('is told to those who follow, in their language, by mail as they wish', async () => {
    await declined();
    const english = (await mailsTo('at-once')).at(-1);
    expect(english?.subject).toMatch(/[a-z]{4}/);
    expect(english?.html).toContain('<html lang="en"');
    expect(english?.text).toContain('/unsubscribe/');
    expect(await mailsTo('daily')).toEqual([]);
    expect(await mailsTo('never')).toEqual([]);
    const { items: inbox } = await inboxPage(await test.asPerson('never'), 'never');
    expect(inbox.length).toBeGreaterThan(0);
    expect(inbox[0]?.path).toMatch(/^\/proposals\//);
  });

  it('is never told to the one who acted, and once to everyone else', async () => {
    await declined();
    const told = await test.database.read.notification.findMany({
      where: { type: 'proposal.declined', personId: 'moderator' },
    });
    expect(told).toEqual([]);
    const { payload } = await test.database.read.outboxJob.findFirstOrThrow({ where: { kind: 'notify' } });
    const before = await test.database.read.notification.count();
    await runJobs(test, { again: payload });
    expect(await test.database.read.notification.count()).toBe(before);
  });
});

describe('an event that is told to moderators', () => {
  const toldOf = async (id: string) =>
    (await test.database.read.notification.findMany({ where: { data: { contains: id } } }))
      .map((row) => row.personId)
      .sort();

  it('is told to the nearest, not to every level above; upward where nobody else is there', async () => {
    await makePerson(test, 'of-community', { role: 'moderator', areaId: communityId });
    await makePerson(test, 'of-city', { role: 'moderator', areaId: '4210' });
    const near = await makeFeedback(test, 'author');
    await runJobs(test);
    expect(await toldOf(near)).toEqual(['of-community']);
    const own = await makeFeedback(test, 'of-community');
    await runJobs(test);
    expect(await toldOf(own)).toEqual(['moderator']);
    await test.database.transaction((tx) =>
      tx.prisma.person.update({ where: { id: 'of-community' }, data: { suspendedAt: test.clock.now() } }),
    );
    const further = await makeFeedback(test, 'author');
    await runJobs(test);
    expect(await toldOf(further)).toEqual(['moderator']);
    await test.database.transaction((tx) =>
      tx.prisma.roleHeld.deleteMany({ where: { personId: 'of-community' } }),
    );
  });
});

describe('the daily digest', () => {
  const turn = async () => {
    const queued = await queueDigests(test.as('system'));
    await runJobs(test);
    return queued;
  };

  it('comes once a day with all that is unread, and not again', async () => {
    await declined();
    expect(await turn()).toBe(0);
    test.clock.advance(25 * hour);
    expect(await turn()).toBe(1);
    expect(await turn()).toBe(0);
    const [digest] = await mailsTo('daily');
    expect(digest?.text).toContain('/proposals/');
  });

  const notices = (personId: string, count: number) =>
    test.database.transaction((tx) =>
      tx.prisma.notification.createMany({
        data: Array.from({ length: count }, (_, index) => ({
          id: `${personId}-${test.clock.now().getTime()}-${index}`,
          personId,
          eventId: `event-${test.clock.now().getTime()}-${index}`,
          type: 'proposal.declined',
          data: JSON.stringify({ subjectKind: 'proposal', subjectId: 'x', title: '一' }),
          createdAt: test.clock.now(),
        })),
      }),
    );

  it('is one mail a day however much came, and says how much did not fit', async () => {
    const before = (await mailsTo('daily')).length;
    const since = async () => (await mailsTo('daily')).slice(before);
    await notices('daily', 129);
    test.clock.advance(25 * hour);
    await turn();
    await notices('daily', 3);
    for (let hours = 0; hours < 23; hours += 1) {
      test.clock.advance(hour);
      await turn();
    }
    const sent = await since();
    expect(sent).toHaveLength(1);
    expect(sent[0]?.subject).toContain('129');
    expect(sent[0]?.text).toContain('79');
    test.clock.advance(3 * hour);
    await turn();
    expect(await since()).toHaveLength(2);
  });

  it('is written by jobs, one a person, and lets others have their turn', async () => {
    await notices('daily', 1);
    test.clock.advance(25 * hour);
    const jobs = () =>
      test.database.read.outboxJob.count({ where: { kind: 'mail.digest', state: 'waiting' } });
    const [mails, waiting] = [(await mailsTo('daily')).length, await jobs()];
    let gaveWay = 0;
    const giveWay = () => {
      gaveWay += 1;
      return Promise.resolve();
    };
    expect(await queueDigests({ ...test.as('system'), giveWay })).toBe(1);
    expect([await jobs(), gaveWay]).toEqual([waiting + 1, 1]);
    expect(await mailsTo('daily')).toHaveLength(mails);
    await runJobs(test);
    expect(await mailsTo('daily')).toHaveLength(mails + 1);
  });

  it('tells nothing that was mailed at once, nor what is older than the wish for it', async () => {
    await declined();
    const before = (await mailsTo('at-once')).length;
    expect(before).toBeGreaterThan(0);
    await notices('never', 5);
    test.clock.advance(1000);
    for (const personId of ['at-once', 'never'])
      await inTransaction(test.as('system'), (ctx) =>
        ctx.subjects.persons.chooseMails(ctx, { personId, mailFrequency: 'daily', daily: true }),
      );
    test.clock.advance(25 * hour);
    await turn();
    expect(await mailsTo('at-once')).toHaveLength(before);
    expect(await mailsTo('never')).toEqual([]);
  });
});

describe('the inbox', () => {
  it('counts what is unread until it is read', async () => {
    await declined();
    const reader = await test.asPerson('never');
    expect(await unreadCount(reader)).toBeGreaterThan(0);
    const { items } = await inboxPage(reader, 'never');
    await markRead(reader, 'never', items[0]?.id ?? '');
    expect(await unreadCount(reader)).toBe(0);
  });

  it('has pages, and what came after it was shown stays unread', async () => {
    const reader = await test.asPerson('author');
    const notice = (at: number) => ({
      ...{ id: newId(test.clock.now()), personId: 'author', eventId: `paged-${at}`, type: 'proposal.edited' },
      ...{ data: JSON.stringify({ subjectKind: 'proposal', subjectId: 'x', title: 'x' }) },
      createdAt: test.clock.now(),
    });
    await test.database.transaction((tx) =>
      tx.prisma.notification.createMany({ data: Array.from({ length: 131 }, (_, at) => notice(at)) }),
    );
    const unread = await unreadCount(reader);
    const shown = new Set<string>();
    let cursor: string | undefined;
    for (let page = 0; page < 10; page += 1) {
      const { items, next } = await inboxPage(reader, 'author', cursor);
      for (const item of items) shown.add(item.id);
      if (!next) break;
      cursor = next;
    }
    expect(shown.size).toBeGreaterThanOrEqual(unread);
    const [newest] = (await inboxPage(reader, 'author')).items;
    await test.database.transaction((tx) => tx.prisma.notification.create({ data: notice(131) }));
    await markRead(reader, 'author', newest?.id ?? '');
    expect(await unreadCount(reader)).toBe(1);
  });
});

describe('unsubscribing', () => {
  it('ends mail by the link alone, and takes no forged link', async () => {
    const secret = test.as('system').configuration.sessionSecret;
    const token = unsubscribePath(secret, 'at-once').split('/').at(-1) ?? '';
    await expect(unsubscribe(test.as('visitor'), `${token}x`)).rejects.toMatchObject({ code: 'not-found' });
    await unsubscribe(test.as('visitor'), token);
    const before = (await mailsTo('at-once')).length;
    await declined();
    expect(await mailsTo('at-once')).toHaveLength(before);
  });
});
