import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { communityId, makePerson, makeProposal, proposalInput } from '../factories/proposals';
import { report } from '../factories/reports';
import { makeOffices } from '../factories/work-orders';
import { testContext } from '../setup/context';
import type { TestContext } from '../setup/context';
import { runJobs } from '../setup/jobs';
import { postComment } from '~/domains/deliberation/index.server';
import { decideQueueItem } from '~/domains/insights/decide-queue-item.server';
import { decideUnasked } from '~/domains/insights/decide-unasked.server';
import {
  appeal,
  appealSanction,
  imposeSanction,
  liftSanction,
  sanctionPage,
  sanctionsForHiding,
} from '~/domains/moderation/index.server';
import { endDueSanctions } from '~/domains/moderation/sanctions/end-sanction.server';
import { inboxPage } from '~/domains/notifications/index.server';

let test: TestContext;
let proposalId = '';
beforeAll(async () => {
  test = await testContext();
  await makeOffices(test);
  for (const who of ['author', 'reporter']) await makePerson(test, who);
  await makePerson(test, 'city-administrator', { role: 'administrator', areaId: '4210' });
  proposalId = await makeProposal(test, 'asker');
});
afterAll(() => test.dispose());

const day = 24 * 3600_000;
const moderator = () => test.asPerson('moderator');

async function comment(body: string): Promise<string> {
  return postComment(await test.asPerson('author'), {
    ...{ subjectKind: 'proposal', subjectId: proposalId, areaId: communityId, title: proposalInput.title },
    ...{ body, parentId: '' },
  });
}

type Thing = Awaited<ReturnType<typeof hidden>>;

async function hide(thing: Thing) {
  test.clock.advance(1000);
  const why = { hide: true, reason: '辱骂邻居', ground: 'insult' } as const;
  await decideUnasked(await moderator(), { ...thing, ...why });
}

async function show(thing: Thing) {
  test.clock.advance(1000);
  await decideUnasked(await moderator(), { ...thing, hide: false, reason: '看错了，并没有骂人' });
}

async function hidden(body: string) {
  const thing = { subjectKind: 'comment', subjectId: await comment(body) };
  await hide(thing);
  return thing;
}

const impose = async (thing: Thing) =>
  imposeSanction(await moderator(), { ...thing, level: 'no-posting-for', days: 30, reason: '多次辱骂' });

const page = async (id: string) => sanctionPage(await test.asPerson('author'), id);
const again = { reason: 'moderation.sanction-stands' };

describe('a sanction ends with the hiding for which it was given', () => {
  it('where a moderator shows the words again, and the person is told why', async () => {
    const thing = await hidden('第一条被隐藏的评论');
    const id = await impose(thing);
    await expect(comment('不能发言')).rejects.toMatchObject({ reason: 'moderation.may-not-post' });
    await show(thing);
    await comment('又可以发言了');
    const reason = '看错了，并没有骂人';
    expect(await page(id)).toMatchObject({ stands: false, endedAs: 'lifted', endedReason: reason });
    await runJobs(test);
    const { items } = await inboxPage(await test.asPerson('author'), 'author');
    const told = items.find(({ path, text }) => path.endsWith(id) && text.includes('解除'));
    expect(told?.details.join()).toContain(reason);
  });

  it('where the author’s appeal is upheld, also one against the sanction that waited', async () => {
    const thing = await hidden('第二条被隐藏的评论');
    const id = await impose(thing);
    test.clock.advance(1000);
    await appeal(await test.asPerson('author'), { ...thing, words: '这不是骂人，请再看看。' });
    await appealSanction(await test.asPerson('author'), { id, words: '请另一位审核员看看。' });
    const waits = { where: { subjectId: thing.subjectId, kind: 'appeal', state: 'open' } };
    const { id: item } = await test.database.read.queueItem.findFirstOrThrow(waits);
    const verdict = { id: item, approve: true, reason: '确实不是骂人' };
    await decideQueueItem(await test.asPerson('city-administrator'), verdict);
    expect(await page(id)).toMatchObject({
      stands: false,
      endedAs: 'lifted',
      appeal: { decision: 'lifted' },
    });
    await comment('申诉成立后可以发言');
  });

  it('and stands where a report of the hidden words is decided by hiding them still', async () => {
    const thing = await hidden('第三条被隐藏的评论');
    const id = await impose(thing);
    await report(test, 'reporter', { kind: 'comment', id: thing.subjectId });
    test.clock.advance(1000);
    await hide(thing);
    expect(await page(id)).toMatchObject({ stands: true });
    await liftSanction(await moderator(), { id, reason: '已经道歉' });
  });
});

describe('for one hiding one sanction is given', () => {
  it('and none again once it was lifted, nor by a second decision to hide what is hidden', async () => {
    const thing = await hidden('第四条被隐藏的评论');
    const id = await impose(thing);
    await expect(impose(thing)).rejects.toMatchObject(again);
    await appealSanction(await test.asPerson('author'), { id, words: '请另一位审核员看看。' });
    const waits = { where: { subjectId: id, kind: 'sanction-appeal', state: 'open' } };
    const { id: item } = await test.database.read.queueItem.findFirstOrThrow(waits);
    const verdict = { id: item, approve: true, reason: '太重了' };
    await decideQueueItem(await test.asPerson('city-administrator'), verdict);
    await expect(impose(thing)).rejects.toMatchObject(again);
    expect((await sanctionsForHiding(await moderator(), thing))?.may).toEqual({ allowed: false, ...again });
    await report(test, 'reporter', { kind: 'comment', id: thing.subjectId });
    await hide(thing);
    await expect(impose(thing)).rejects.toMatchObject(again);
  });

  it('nor once its term was over, or its appeal unanswered', async () => {
    const [expired, lapsed] = [await hidden('第五条被隐藏的评论'), await hidden('第六条被隐藏的评论')];
    await impose(expired);
    await appealSanction(await test.asPerson('author'), {
      ...{ id: await impose(lapsed), words: '请另一位审核员看看。' },
    });
    for (const days of [11, 20]) {
      test.clock.advance(days * day);
      expect(await endDueSanctions(test.as('system'))).toBe(1);
    }
    for (const thing of [expired, lapsed]) await expect(impose(thing)).rejects.toMatchObject(again);
  });

  it('and another for another hiding of the same words', async () => {
    const thing = await hidden('第七条被隐藏的评论');
    const first = await impose(thing);
    await show(thing);
    await expect(impose(thing)).rejects.toMatchObject({ reason: 'moderation.no-offence' });
    await hide(thing);
    const second = await impose(thing);
    expect(second).not.toBe(first);
    expect([(await page(first)).stands, (await page(second)).stands]).toEqual([false, true]);
  });
});
