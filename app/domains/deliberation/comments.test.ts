import { afterAll, beforeAll, expect, it } from 'vitest';
import { communityId, makeAreas, makePerson, makeProposal } from '../../../tests/factories/proposals';
import { report } from '../../../tests/factories/reports';
import { testContext } from '../../../tests/setup/context';
import { runJobs } from '../../../tests/setup/jobs';
import type { TestContext } from '../../../tests/setup/context';
import { follow } from '../notifications/index.server';
import { commentsOf } from './comments.query.server';
import { decideReportedComment } from './decide-reported-comment.server';
import { editComment } from './edit-comment.server';
import { postComment } from './post-comment.server';
import type { NewComment } from './post-comment.server';
import { removeComment } from './remove-comment.server';
import { summariseDiscussion } from './summarise-discussion.server';
import { commentVersions, summaryVersions } from './versions.query.server';
import { voteOnComment } from './vote-on-comment.server';

let test: TestContext;
let proposalId: string;
beforeAll(async () => {
  test = await testContext();
  await makeAreas(test);
  await makePerson(test, 'author');
  await makePerson(test, 'other');
  await makePerson(test, 'moderator', { role: 'moderator', areaId: '421002' });
  proposalId = await makeProposal(test, 'author');
});
afterAll(() => test.dispose());

const say = async (who: string, body: string, parentId = '', more: Partial<NewComment> = {}) =>
  postComment(await test.asPerson(who), {
    subjectKind: 'proposal',
    subjectId: proposalId,
    areaId: communityId,
    title: '路灯',
    body,
    parentId,
    ...more,
  });
const discussion = async (who = 'other', asked: { sort?: string; cursor?: string } = {}) =>
  commentsOf(await test.asPerson(who), {
    kind: 'proposal',
    id: proposalId,
    areaId: communityId,
    authorIds: ['author'],
    ...asked,
  });
const shown = async (who = 'other') =>
  (await discussion(who)).threads.flatMap(({ top, answers }) => [top, ...answers]);
const vote = async (who: string, commentId: string, cast: 'support' | 'oppose' | 'none') =>
  voteOnComment(await test.asPerson(who), {
    subjectKind: 'proposal',
    subjectId: proposalId,
    commentId,
    vote: cast,
  });

it('puts answers under what they answer, flat below the fourth level', async () => {
  const first = await say('other', '东门那段确实很黑');
  await say('author', '另一个话题');
  let parent = first;
  for (let level = 1; level <= 6; level += 1) parent = await say('author', `第${level}层回复`, parent);
  const comments = await shown();
  expect(comments.map((row) => row.depth)).toEqual([0, 0, 1, 2, 3, 4, 4, 4]);
  const proposal = await test.database.read.proposal.findUniqueOrThrow({ where: { id: proposalId } });
  expect(proposal.commentCount).toBe(8);
});

it('refuses an answer to a comment elsewhere', async () => {
  await expect(say('other', '回复不存在的评论', 'unknown')).rejects.toMatchObject({ code: 'invalid' });
});

it('lets the author correct and remove, others not; answers stay', async () => {
  const id = await say('other', '原来的话');
  await say('author', '回复它', id);
  await expect(
    editComment(await test.asPerson('author'), { commentId: id, body: '冒充' }),
  ).rejects.toMatchObject({
    code: 'forbidden',
  });
  await editComment(await test.asPerson('other'), { commentId: id, body: '改过的话' });
  expect((await shown()).find((row) => row.id === id)?.html).toContain('改过的话');
  await removeComment(await test.asPerson('other'), id);
  expect((await shown()).find((row) => row.id === id)).toMatchObject({
    html: null,
    gone: 'removed',
    authorName: '',
  });
  expect((await shown()).some((row) => row.html?.includes('回复它'))).toBe(true);
});

it('hides by a moderator of the area only', async () => {
  const id = await say('other', '骂人的话');
  const verdict = { commentId: id, hide: true, reason: '辱骂他人' };
  await report(test, 'author', { kind: 'comment', id });
  await expect(decideReportedComment(await test.asPerson('author'), verdict)).rejects.toMatchObject({
    code: 'forbidden',
  });
  await decideReportedComment(await test.asPerson('moderator'), verdict);
  expect((await shown()).find((row) => row.id === id)).toMatchObject({
    html: null,
    source: null,
    gone: 'hidden',
  });
});

it('counts each person once, also of many votes at the same instant, and shows the best of each side', async () => {
  const good = await say('author', '有了灯老人敢出门', '', { stance: 'for' });
  const against = await say('author', '灯光会照进卧室', '', { stance: 'against' });
  await Promise.all(Array.from({ length: 5 }, () => vote('other', good, 'support')));
  await vote('moderator', good, 'support');
  await vote('moderator', against, 'support');
  await vote('other', against, 'oppose');
  const page = await discussion();
  expect(page.best.for[0]).toMatchObject({ id: good, supportCount: 2, opposeCount: 0 });
  expect(page.best.against.map((row) => row.id)).toEqual([against]);
  expect((await discussion('other', { sort: 'controversy' })).threads[0]?.top.id).toBe(against);
  await vote('other', good, 'oppose');
  await vote('moderator', good, 'none');
  expect((await shown()).find((row) => row.id === good)).toMatchObject({
    supportCount: 0,
    opposeCount: 1,
    vote: 'oppose',
  });
  await expect(vote('author', good, 'support')).rejects.toMatchObject({ code: 'forbidden' });
});

it('keeps what stood there before each edit readable by all, until the author removes it', async () => {
  const id = await say('other', '第一稿');
  await editComment(await test.asPerson('other'), { commentId: id, body: '第二稿' });
  await editComment(await test.asPerson('other'), { commentId: id, body: '第三稿' });
  const { versions } = await commentVersions(test.as('visitor'), id);
  expect(versions.map((row) => row.body)).toEqual(['第三稿', '第二稿', '第一稿']);
  await removeComment(await test.asPerson('other'), id);
  await expect(commentVersions(test.as('visitor'), id)).rejects.toMatchObject({ code: 'forbidden' });
  expect(await test.database.read.commentVersion.count({ where: { commentId: id } })).toBe(0);
});

it('quotes only what was said, and tells who is mentioned, never by a name of two', async () => {
  const id = await say('other', '先算一笔账，再决定');
  const forged = say('author', '看', id, { quote: '我反对' });
  await expect(forged).rejects.toMatchObject({ code: 'invalid', field: 'quote' });
  const answer = await say('author', '@other 说得对', id, { quote: '先算一笔账' });
  expect((await shown()).find((row) => row.id === answer)).toMatchObject({
    quote: '先算一笔账',
    mentioned: ['other'],
  });
  await test.database.transaction((tx) =>
    tx.prisma.person.create({
      data: {
        id: 'twin',
        email: 'twin@example.org',
        displayName: 'other',
        createdAt: test.clock.now(),
        emailConfirmedAt: test.clock.now(),
      },
    }),
  );
  await say('twin', '我也来说两句');
  const unclear = say('author', '@other 在吗', id);
  await expect(unclear).rejects.toMatchObject({ code: 'invalid', field: 'mentions' });
  const clear = await say('author', '@other 在吗', id, { mentionedIds: ['twin'] });
  expect(await test.database.read.commentMention.findMany({ where: { commentId: clear } })).toEqual([
    { commentId: clear, personId: 'twin' },
  ]);
});

it('tells a follower who is mentioned once', async () => {
  await test.database.transaction((tx) =>
    follow(tx, { personId: 'other', subjectKind: 'proposal', subjectId: proposalId, at: test.clock.now() }),
  );
  await runJobs(test);
  await test.database.transaction((tx) => tx.prisma.notification.deleteMany({}));
  const first = await say('moderator', '请看');
  await say('author', '@moderator 看到了', first);
  await runJobs(test);
  const told = async (personId: string) =>
    (
      await test.database.read.notification.findMany({ where: { personId }, orderBy: { eventId: 'asc' } })
    ).map(({ type }) => type);
  expect(await told('moderator')).toEqual(['comment.mentioned']);
  expect(await told('other')).toEqual(['comment.posted', 'comment.posted']);
});

it('pages through every order without repeating or losing a thread, whatever the cursor', async () => {
  for (let at = 0; at < 45; at += 1) await say('other', `第${at}条意见`);
  const all = await test.database.read.comment.count({ where: { subjectId: proposalId, parentId: null } });
  for (const sort of ['newest', 'support', 'controversy']) {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await discussion('other', { sort, ...(cursor ? { cursor } : {}) });
      seen.push(...page.threads.map(({ top }) => top.id));
      cursor = page.next ?? undefined;
    } while (cursor);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBe(all);
  }
  expect((await discussion('other', { sort: '1; DROP', cursor: "9:'x" })).threads.length).toBeGreaterThan(0);
});

it('pins a summary by moderators only, on record, one writer at a time', async () => {
  const write = async (who: string, body: string, version: number) =>
    summariseDiscussion(await test.asPerson(who), {
      subjectKind: 'proposal',
      subjectId: proposalId,
      areaId: communityId,
      title: '路灯',
      body,
      version,
    });
  await expect(write('other', '都同意', 0)).rejects.toMatchObject({ code: 'forbidden' });
  const both = await Promise.allSettled([write('moderator', '多数支持', 0), write('moderator', '有分歧', 0)]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  await write('moderator', '多数支持，费用未定', 1);
  expect((await discussion()).summary).toMatchObject({ version: 2, source: '多数支持，费用未定' });
  const versions = await summaryVersions(test.as('visitor'), { kind: 'proposal', id: proposalId });
  expect(versions.map((row) => row.version)).toEqual([2, 1]);
});
