import { afterAll, beforeAll, expect, it } from 'vitest';
import { communityId, makeAreas, makePerson, makeProposal } from '../../../tests/factories/proposals';
import { testContext } from '../../../tests/setup/context';
import type { TestContext } from '../../../tests/setup/context';
import { commentsOf } from './comments.query.server';
import { decideReportedComment, editComment, postComment, removeComment } from './comments.server';

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

const say = async (who: string, body: string, parentId = '') =>
  postComment(await test.asPerson(who), {
    subjectKind: 'proposal',
    subjectId: proposalId,
    areaId: communityId,
    title: '路灯',
    body,
    parentId,
  });
const shown = async (who = 'other') =>
  (await commentsOf(await test.asPerson(who), { kind: 'proposal', id: proposalId })).comments;

it('puts answers under what they answer, flat below the fourth level', async () => {
  const first = await say('other', '东门那段确实很黑');
  await say('author', '另一个话题');
  let parent = first;
  for (let level = 1; level <= 6; level += 1) parent = await say('author', `第${level}层回复`, parent);
  const comments = await shown();
  expect(comments.map((row) => row.depth)).toEqual([0, 1, 2, 3, 4, 4, 4, 0]);
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
