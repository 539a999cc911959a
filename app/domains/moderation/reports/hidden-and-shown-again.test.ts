import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { communityId, makePerson, makeProposal, proposalInput } from '../../../../tests/factories/proposals';
import { act, makeOffices, makeOrder } from '../../../../tests/factories/work-orders';
import { runJobs } from '../../../../tests/setup/jobs';
import { testContext } from '../../../../tests/setup/context';
import type { TestContext } from '../../../../tests/setup/context';
import { mayCreateSomeBallot } from '../../ballots/policy';
import { decideReportedComment, postComment } from '../../deliberation/index.server';
import { editComment } from '../../deliberation/index.server';
import { decideQueueItem } from '../../insights/decide-queue-item.server';
import { decideUnasked } from '../../insights/decide-unasked.server';
import { timelineOf } from '../../ledger/index.server';
import { inboxPage } from '../../notifications/index.server';
import { makeOrganisation } from '../../../../tests/factories/organisations';
import { saveProposal } from '../../proposals/save-proposal.server';
import type { Context } from '../../context';
import { gatheredReports, moderationQueue, reportContent } from '../index.server';

let test: TestContext;

beforeAll(async () => {
  test = await testContext();
  await makeOffices(test);
  for (const name of ['author', 'reporter']) await makePerson(test, name);
  await makePerson(test, 'moderator-elsewhere', { role: 'moderator', areaId: '421003' });
});
afterAll(() => test.dispose());

async function comment(proposalId: string, body = '我觉得可以再想想。'): Promise<string> {
  return postComment(await test.asPerson('author'), {
    ...{ subjectKind: 'proposal', subjectId: proposalId, areaId: communityId, title: proposalInput.title },
    ...{ body, parentId: '', stance: undefined, mentionedIds: [], authorIds: [], quote: '' },
  } as never);
}

const report = async (subjectKind: string, subjectId: string) =>
  reportContent(await test.asPerson('reporter'), {
    ...{
      subjectKind,
      subjectId,
      areaId: communityId,
      title: proposalInput.title,
      ground: 'insult',
      words: '',
    },
  });

const openReports = (subjectId: string) =>
  test.database.read.queueItem.findMany({ where: { subjectId, kind: 'report', state: 'open' } });

describe('a comment that is hidden', () => {
  it('is named as a comment in the history and to its author, who is led to it with the reason', async () => {
    const proposalId = await makeProposal(test, 'asker');
    const id = await comment(proposalId);
    await report('comment', id);
    await decideReportedComment(await test.asPerson('moderator'), {
      commentId: id,
      hide: true,
      reason: '人身攻击',
    });
    await runJobs(test);
    const [told] = (await inboxPage(await test.asPerson('author'), 'author')).items;
    expect(told?.text).toBe('一条评论已被隐藏');
    expect(told?.details.join()).toContain('人身攻击');
    expect(told?.path).toBe(`/proposals/${proposalId}?thread=${id}#comment-${id}`);
    const { events } = await timelineOf(test.as('visitor'), [{ kind: 'proposal', id: proposalId }]);
    expect(events.at(-1)?.text).toBe('一条评论已被隐藏');
  });

  it('is shown again by a moderator without anybody’s report, and by nobody else', async () => {
    const id = await comment(await makeProposal(test, 'asker'));
    const given = { subjectKind: 'comment', subjectId: id, reason: '误操作', hide: false };
    const moderator = await test.asPerson('moderator');
    await report('comment', id);
    await decideReportedComment(moderator, { commentId: id, hide: true, reason: '人身攻击' });
    for (const who of ['author', 'moderator-elsewhere'])
      await expect(decideUnasked(await test.asPerson(who), given)).rejects.toMatchObject({
        code: 'forbidden',
      });
    await decideUnasked(moderator, given);
    expect((await test.database.read.comment.findUniqueOrThrow({ where: { id } })).hiddenAt).toBeNull();
  });
});

describe('a report', () => {
  it('of what was edited since is a new one, and of the same words is not', async () => {
    const proposalId = await makeProposal(test, 'author');
    const id = await comment(proposalId);
    await report('comment', id);
    await decideReportedComment(await test.asPerson('moderator'), {
      commentId: id,
      hide: false,
      reason: '没有违规',
    });
    await expect(report('comment', id)).rejects.toMatchObject({ reason: 'moderation.already-reported' });
    await editComment(await test.asPerson('author'), { commentId: id, body: '你们都是骗子！' });
    await report('comment', id);
    expect(await openReports(id)).toHaveLength(1);
    const moderator = await test.asPerson('moderator');
    const thing = { subjectKind: 'comment', subjectId: id };
    expect((await gatheredReports(moderator, [thing]))[id]).toMatchObject({
      ...{ count: 1, version: 2, current: 2, keptAt: null },
    });
    await decideReportedComment(moderator, { commentId: id, hide: false, reason: '仍没有违规' });
    await makePerson(test, 'second-reporter');
    await reportContent(await test.asPerson('second-reporter'), {
      ...{ ...thing, areaId: communityId, title: '', ground: 'insult', words: '' },
    });
    const again = (await gatheredReports(moderator, [thing]))[id];
    expect(again?.keptAt).not.toBeNull();
    await editComment(await test.asPerson('author'), { commentId: id, body: '再改一次，更难听。' });
    expect((await gatheredReports(moderator, [thing]))[id]).toMatchObject({
      version: 2,
      current: 3,
      keptAt: null,
    });
    await report('proposal', proposalId);
    await saveProposal(await test.asPerson('author'), proposalId, {
      ...{ input: { ...proposalInput, title: '改过的标题在这里' }, pictureIds: [] },
    });
    await report('proposal', proposalId);
  });

  it('says when the version that stands was kept, by a clock that runs, also where an older one was reported', async () => {
    const runs = (ctx: Context): Context => ({
      ...ctx,
      clock: { now: () => (test.clock.advance(7), test.clock.now()) },
    });
    for (const name of ['third-reporter', 'fourth-reporter']) await makePerson(test, name);
    const id = await comment(await makeProposal(test, 'asker'));
    const thing = { subjectKind: 'comment', subjectId: id };
    const reported = async (who: string) =>
      reportContent(runs(await test.asPerson(who)), {
        ...{ ...thing, areaId: communityId, title: '', ground: 'insult', words: '' },
      });
    const moderator = runs(await test.asPerson('moderator'));
    const gathered = async () => (await gatheredReports(moderator, [thing]))[id];
    await reported('reporter');
    await editComment(await test.asPerson('author'), { commentId: id, body: '改过的评论，语气好些。' });
    await decideReportedComment(moderator, { commentId: id, hide: false, reason: '现在没有违规' });
    await reported('third-reporter');
    expect(await gathered()).toMatchObject({ version: 2, current: 2, keptAt: expect.any(Date) as Date });
    await decideReportedComment(moderator, { commentId: id, hide: true, reason: '还是骂人' });
    await reported('fourth-reporter');
    const keptAt = (await gathered())?.keptAt;
    await decideReportedComment(moderator, { commentId: id, hide: false, reason: '再看没有骂人' });
    await reported('asker');
    expect((await gathered())?.keptAt?.getTime()).toBeGreaterThan(keptAt?.getTime() ?? Infinity);
  });

  it('goes along when the author moves the proposal to another area, and so do its comments', async () => {
    const id = await makeProposal(test, 'author');
    const commentId = await comment(id);
    await report('proposal', id);
    await report('comment', commentId);
    await saveProposal(await test.asPerson('author'), id, {
      ...{ input: { ...proposalInput, areaId: '421003' }, pictureIds: [] },
    });
    const there = await test.asPerson('moderator-elsewhere');
    const { items } = await moderationQueue(there, {});
    expect(items.map((item) => item.subjectId).sort()).toEqual([id, commentId].sort());
    for (const item of items) await decideQueueItem(there, { id: item.id, approve: true, reason: '含隐私' });
    expect((await moderationQueue(there, {})).items).toEqual([]);
  });
});

it('an ordinary member of a department looks on; who may act for it accepts', async () => {
  await makePerson(test, 'member');
  await test.database.transaction((tx) =>
    tx.prisma.organisationMember.create({
      data: { organisationId: 'water', personId: 'member', mandate: 'member', createdAt: test.clock.now() },
    }),
  );
  const id = await makeOrder(test);
  await expect(act(test, 'member', { id, act: 'accept' } as never)).rejects.toMatchObject({
    reason: 'work-orders.other-department',
  });
  await act(test, 'water-clerk', { id, act: 'accept' } as never);
  await expect(act(test, 'member', { id, act: 'finish', report: '完成。' } as never)).rejects.toMatchObject({
    code: 'forbidden',
  });
});

it('a new ballot is offered to those alone who may call one somewhere', async () => {
  await makePerson(test, 'trader');
  await makeOrganisation(test, { id: 'shop', kind: 'enterprise', members: { trader: 'owner' } });
  await makePerson(test, 'committee');
  await makeOrganisation(test, {
    id: 'committee',
    kind: 'community-committee',
    members: { committee: 'owner' },
  });
  const offered = async (who: string, organisationId?: string) =>
    mayCreateSomeBallot((await test.asPerson(who, organisationId)).actor).allowed;
  expect(await offered('trader', 'shop')).toBe(false);
  expect(await offered('asker')).toBe(false);
  expect(await offered('committee')).toBe(false);
  expect(await offered('committee', 'committee')).toBe(true);
  expect(await offered('moderator')).toBe(true);
});
