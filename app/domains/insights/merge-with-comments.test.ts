import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { communityId, makeAreas, makePerson, makeProposal } from '../../../tests/factories/proposals';
import { testContext } from '../../../tests/setup/context';
import type { TestContext } from '../../../tests/setup/context';
import { postComment } from '../deliberation/index.server';
import { endorseProposal } from '../proposals/endorsing/endorse-proposal.server';
import { mergeWithComments, undoMergeWithComments } from './merge-with-comments.server';

let test: TestContext;
const people = ['p1', 'p2', 'p3', 'p4'];
beforeAll(async () => {
  test = await testContext();
  await makeAreas(test);
  for (const id of ['author', 'second', ...people]) await makePerson(test, id);
  await makePerson(test, 'moderator', { role: 'moderator', areaId: '421002' });
  await makePerson(test, 'colleague', { role: 'moderator', areaId: '421002' });
});
afterAll(() => test.dispose());

const say = async (who: string, id: string, parentId = '') =>
  postComment(await test.asPerson(who), {
    subjectKind: 'proposal',
    subjectId: id,
    areaId: communityId,
    title: '路灯',
    body: '我也这么看',
    parentId,
  });
const merge = async (fromId: string, intoId: string, who = 'moderator') =>
  mergeWithComments(await test.asPerson(who), { fromId, intoId, reason: '说的是同一件事' });
const undo = async (fromId: string) => {
  const found = await test.database.read.proposalMerge.findFirstOrThrow({
    where: { fromId, undoneAt: null },
  });
  await undoMergeWithComments(await test.asPerson('moderator'), {
    mergeId: found.id,
    reason: '其实是两件事',
  });
};

/** All that a merge touches of two proposals. */
async function standing(ids: string[]) {
  const { read } = test.database;
  const of = { in: ids };
  return {
    proposals: await read.proposal.findMany({
      where: { id: of },
      orderBy: { id: 'asc' },
      omit: { updatedAt: true },
    }),
    endorsements: await read.endorsement.findMany({
      where: { proposalId: of },
      orderBy: [{ proposalId: 'asc' }, { personId: 'asc' }],
    }),
    follows: await read.follow.findMany({
      where: { subjectId: of },
      orderBy: [{ subjectId: 'asc' }, { personId: 'asc' }],
    }),
    comments: await read.comment.findMany({ where: { subjectId: of }, orderBy: { id: 'asc' } }),
    waiting: await read.queueItem.findMany({
      where: { subjectId: of, state: 'open' },
      orderBy: { id: 'asc' },
    }),
  };
}

const some = fc.uniqueArray(fc.constantFrom(...people), { maxLength: 4 });

it('counts each person once, and an undo restores all exactly', async () => {
  await fc.assert(
    fc.asyncProperty(some, some, fc.integer({ min: 0, max: 3 }), async (forOne, forOther, comments) => {
      const from = await makeProposal(test, 'author');
      const into = await makeProposal(test, 'second');
      for (const [id, endorsers] of [
        [from, forOne],
        [into, forOther],
      ] as const)
        // The third endorsement leads to review, after which none is taken.
        for (const person of endorsers.slice(0, 3)) await endorseProposal(await test.asPerson(person), id);
      for (let at = 0; at < comments; at += 1) await say('p1', from, await say('p2', from));
      const before = await standing([from, into]);
      await merge(from, into);
      const merged = await test.database.read.proposal.findUniqueOrThrow({ where: { id: into } });
      const together = new Set([...forOne.slice(0, 3), ...forOther.slice(0, 3)]).size;
      expect(merged.endorsementCount).toBe(together);
      expect(await test.database.read.endorsement.count({ where: { proposalId: into } })).toBe(together);
      expect(merged.commentCount).toBe(comments * 2);
      expect(merged.state).toBe(together >= 3 ? 'review' : 'gathering');
      await undo(from);
      expect(await standing([from, into])).toEqual(before);
    }),
    { numRuns: 5 },
  );
});

it('lets one of two moderators win, and never merges in a circle', async () => {
  const [a, b, c] = [
    await makeProposal(test, 'author'),
    await makeProposal(test, 'second'),
    await makeProposal(test, 'second'),
  ];
  const both = await Promise.allSettled([merge(a, b), merge(a, c, 'colleague')]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const [d, e] = [await makeProposal(test, 'author'), await makeProposal(test, 'second')];
  const circle = await Promise.allSettled([merge(d, e), merge(e, d, 'colleague')]);
  expect(circle.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(
    await test.database.read.proposalMerge.count({ where: { OR: [{ fromId: d }, { fromId: e }] } }),
  ).toBe(1);
});

it('takes later answers home with their thread, and keeps who stands behind another merged one', async () => {
  const into = await makeProposal(test, 'second');
  const [one, two] = [await makeProposal(test, 'author'), await makeProposal(test, 'author')];
  for (const id of [one, two]) await endorseProposal(await test.asPerson('p1'), id);
  const thread = await say('p2', one);
  await merge(one, into);
  await merge(two, into);
  const answer = await say('p3', into, thread);
  await expect(say('p3', one)).rejects.toMatchObject({ code: 'conflict' });
  await undo(one);
  expect(await test.database.read.comment.findUnique({ where: { id: answer } })).toMatchObject({
    subjectId: one,
    originId: null,
  });
  const left = await test.database.read.proposal.findUniqueOrThrow({ where: { id: into } });
  expect([left.endorsementCount, left.commentCount]).toEqual([1, 0]);
  await undo(two);
  expect(
    (await test.database.read.proposal.findUniqueOrThrow({ where: { id: into } })).endorsementCount,
  ).toBe(0);
});

it('refuses strangers, wrong states and what is too late', async () => {
  const [a, b] = [await makeProposal(test, 'author'), await makeProposal(test, 'second')];
  await expect(merge(a, b, 'p1')).rejects.toMatchObject({ code: 'forbidden' });
  await expect(merge(a, a)).rejects.toMatchObject({ code: 'wrong-state' });
  await test.database.transaction((tx) =>
    tx.prisma.proposal.update({ where: { id: b }, data: { state: 'voting' } }),
  );
  await expect(merge(a, b)).rejects.toMatchObject({ reason: 'proposals.merge-under-ballot' });
  await test.database.transaction((tx) =>
    tx.prisma.proposal.update({ where: { id: b }, data: { state: 'gathering' } }),
  );
  await merge(a, b);
  const before = test.clock.now();
  test.clock.set(new Date(before.getTime() + 15 * 24 * 3600_000));
  await expect(undo(a)).rejects.toMatchObject({ reason: 'proposals.merge-undo-over' });
  test.clock.set(before);
});
