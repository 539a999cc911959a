import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeFeedback } from '../../../tests/factories/feedback';
import { communityId, makePerson, makeProposal, proposalInput } from '../../../tests/factories/proposals';
import { makeOffices } from '../../../tests/factories/work-orders';
import { testContext } from '../../../tests/setup/context';
import type { TestContext } from '../../../tests/setup/context';
import { runJobs } from '../../../tests/setup/jobs';
import type { Context } from '../context';
import { postComment } from '../deliberation/index.server';
import { enforceTerms } from '../enforce-terms.server';
import { inTransaction } from '../in-transaction.server';
import { subjects } from '../subjects';
import { joinBundle } from './bundle.server';
import { keepTopics, mutedBy } from './mute.server';
import { notify } from './notify.server';
import { mutableTopics } from './topics';
import type { MutableTopic } from './topics';
import { openWords } from '~/platform/mail/mail-words.server';

let test: TestContext;
beforeAll(async () => {
  test = await testContext();
  await makeOffices(test);
  for (const who of ['author', 'commenter']) await makePerson(test, who);
});
afterAll(() => test.dispose());

const mailsTo = (personId: string) =>
  test.database.read.mail.findMany({ where: { personId }, orderBy: { id: 'asc' } });

async function comment(proposalId: string, body: string): Promise<void> {
  await postComment(await test.asPerson('commenter'), {
    ...{ subjectKind: 'proposal', subjectId: proposalId, areaId: communityId, title: proposalInput.title },
    ...{ body, parentId: '', stance: undefined, mentionedIds: [], authorIds: [], quote: '' },
  } as never);
}

const keep = (personId: string, topics: readonly MutableTopic[]) =>
  test.database.transaction((tx) => keepTopics(tx, personId, topics));

const minutes = (count: number) => test.clock.advance(count * 60_000);

describe('mails at once', () => {
  it('of twenty comments in a minute are one, with one line', async () => {
    const id = await makeProposal(test, 'author');
    await runJobs(test);
    minutes(40);
    await runJobs(test);
    const before = (await mailsTo('author')).length;
    for (let at = 0; at < 20; at += 1) await comment(id, `第 ${at} 条评论，各有不同。`);
    await runJobs(test);
    minutes(40);
    await runJobs(test);
    const mails = (await mailsTo('author')).slice(before);
    expect(mails.map(({ subject }) => subject)).toEqual(['20 条新动态 · 共治']);
    minutes(40);
    await runJobs(test);
    expect((await mailsTo('author')).length).toBe(before + 1);
  });

  it('say what happened in the order in which it happened, whichever job came to it first', async () => {
    const first = await makeProposal(test, 'author', { title: '先评论的提案' });
    const second = await makeProposal(test, 'author', { title: '后评论的提案' });
    await runJobs(test);
    minutes(40);
    await runJobs(test);
    const before = (await mailsTo('author')).length;
    await comment(first, '先说的一条。');
    const soon = new Date(test.clock.now().getTime() + 1000);
    await test.database.transaction((tx) =>
      tx.prisma.outboxJob.updateMany({ where: { kind: 'notify', state: 'waiting' }, data: { runAt: soon } }),
    );
    await comment(second, '后说的一条。');
    await runJobs(test);
    test.clock.advance(2000);
    await runJobs(test);
    minutes(40);
    await runJobs(test);
    const [mail] = (await mailsTo('author')).slice(before);
    const text = mail ? openWords(test.as('system').keys, mail).text : '';
    expect(text.indexOf('先评论的提案')).toBeGreaterThan(0);
    expect(text.indexOf('后评论的提案')).toBeGreaterThan(text.indexOf('先评论的提案'));
  });

  it('of two hundred feedbacks in half an hour are two at most', async () => {
    const before = (await mailsTo('moderator')).length;
    for (let at = 0; at < 200; at += 1) {
      await makeFeedback(test, 'author', { title: `第 ${at} 件诉求，各不相同` });
      if (at % 20 === 19) {
        minutes(3);
        await runJobs(test);
      }
    }
    minutes(61);
    await runJobs(test);
    const mails = (await mailsTo('moderator')).slice(before);
    expect(mails.length).toBeGreaterThan(0);
    expect(mails.length).toBeLessThanOrEqual(2);
    const untold = { personId: 'moderator', type: 'feedback.submitted', mailedAt: null };
    expect(await test.database.read.notification.count({ where: untold })).toBe(0);
  }, 120_000);
});

describe('the place in a mail of several', () => {
  const bundle = async (personId: string) =>
    (await test.database.read.mailBundle.findUnique({ where: { personId } }))?.at;
  const jobs = () => test.database.read.outboxJob.count({ where: { kind: 'mail.bundle' } });

  it('is taken once, however often the job of the event is tried', async () => {
    const id = await makeProposal(test, 'author');
    await comment(id, '这条评论的通知会再试一次。');
    await runJobs(test);
    minutes(40);
    await runJobs(test);
    const { id: eventId } = await test.database.read.event.findFirstOrThrow({
      where: { type: 'comment.posted', subjectId: id },
    });
    const mailed = await test.database.read.notification.findFirstOrThrow({
      where: { eventId, personId: 'author' },
    });
    const before = [await bundle('author'), await jobs()];
    minutes(40);
    await notify(test.as('system'), {
      eventId,
      audience: [{ kind: 'followers', subjectKind: 'proposal', subjectId: id }],
    });
    expect([await bundle('author'), await jobs()]).toEqual(before);
    expect(await test.database.read.notification.findUnique({ where: { id: mailed.id } })).toEqual(mailed);
  });

  it('is one of twenty that come at once, each by its own clock', async () => {
    await makePerson(test, 'much-told');
    for (const round of [0, 1]) {
      const now = test.clock.now().getTime();
      const places = await Promise.all(
        Array.from({ length: 20 }, (_, at) => {
          const ctx = { ...test.as('system'), clock: { now: () => new Date(now + at) } };
          return inTransaction(ctx, (ctx) => joinBundle(ctx, 'much-told', { quiet: null }));
        }),
      );
      expect(new Set(places.map(Number)).size, `round ${round}`).toBe(1);
      expect(await bundle('much-told')).toEqual(places[0]);
      minutes(40);
    }
  });

  it('is forgotten a day after the mail has gone', async () => {
    minutes(23 * 60);
    await enforceTerms(test.as('system'));
    expect(await bundle('much-told')).toBeDefined();
    minutes(2 * 60);
    await enforceTerms(test.as('system'));
    expect(await bundle('much-told')).toBeUndefined();
  });
});

describe('what is muted', () => {
  it('is asked of those alone who would be told, however many they are', async () => {
    await makePerson(test, 'deaf');
    await keep('deaf', []);
    const asked: (readonly string[])[] = [];
    const { read } = test.database;
    const mutedTopic = {
      findMany: (query: Parameters<typeof read.mutedTopic.findMany>[0]) => {
        asked.push((query?.where?.personId as { in?: string[] } | undefined)?.in ?? ['everybody']);
        return read.mutedTopic.findMany(query);
      },
    };
    const watched = { ...test.as('system'), database: { read: { mutedTopic } } };
    const told = [...Array.from({ length: 1200 }, (_, at) => `somebody-${at}`), 'deaf'];
    const muted = await mutedBy(watched as unknown as Context, 'comment.posted', told);
    expect([...muted]).toEqual(['deaf']);
    expect(asked.flat().sort()).toEqual([...told].sort());
  });

  it('is told to nobody who follows it, and to those whom it names', async () => {
    const id = await makeProposal(test, 'author');
    await runJobs(test);
    await keep(
      'author',
      mutableTopics.filter((topic) => topic !== 'deliberation'),
    );
    const count = (type: string) =>
      test.database.read.notification.count({ where: { personId: 'author', type } });
    const before = await count('comment.posted');
    await comment(id, '没有人会收到这条。');
    await runJobs(test);
    expect(await count('comment.posted')).toBe(before);
    await keep('author', mutableTopics);
    await comment(id, '现在又会收到了。');
    await runJobs(test);
    expect(await count('comment.posted')).toBe(before + 1);
  });

  it('are all subjects that tell somebody who is not named', () => {
    const names = subjects.map(({ name }) => name);
    expect(mutableTopics.filter((topic) => !names.includes(topic))).toEqual([]);
    // What tells only whom it names, or whose work it is to look after accounts and the portal itself, stays on.
    // So does that somebody waits for a visit. Names of categories are public history, and nobody's message.
    const never = [
      'administration',
      'care',
      'categories',
      'files',
      'identity',
      'ledger',
      'notifications',
      'pages',
    ];
    const telling = subjects.filter(
      ({ name, events }) => Object.keys(events).length > 0 && !never.includes(name),
    );
    expect(telling.map(({ name }) => name).sort()).toEqual([...mutableTopics].sort());
  });
});
