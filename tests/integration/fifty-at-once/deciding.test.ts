import { inTransaction } from '~/domains/in-transaction.server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeFeedback } from '../../factories/feedback';
import { makeOrganisation } from '../../factories/organisations';
import { communityId, makeAreas, makePerson, makeProposal } from '../../factories/proposals';
import { report } from '../../factories/reports';
import { atOnce, fifty } from '../../setup/at-once';
import { testContext } from '../../setup/context';
import type { TestContext } from '../../setup/context';
import type { Context } from '~/domains/context';
import { decideReportedComment } from '~/domains/deliberation/decide-reported-comment.server';
import { postComment } from '~/domains/deliberation/post-comment.server';
import { voteOnComment } from '~/domains/deliberation/vote-on-comment.server';
import { decideFeedback } from '~/domains/feedback/decide-feedback.server';
import { decideReportedFeedback } from '~/domains/feedback/hide-feedback.server';
import { decideQueueItem } from '~/domains/insights/decide-queue-item.server';
import { decideUnasked } from '~/domains/insights/decide-unasked.server';
import { imposeSanction, openQueueItem } from '~/domains/moderation/index.server';
import { decideOrganisation, registerOrganisation } from '~/domains/organisations/organisation.server';
import { decideReportedProposal } from '~/domains/proposals/hide-proposal.server';

let test: TestContext;
let moderators: Context[];
const people = fifty.map((at) => `person-${at}`);
const reason = '辱骂他人';

beforeAll(async () => {
  test = await testContext();
  await makeAreas(test);
  await makePerson(test, 'author');
  await makePerson(test, 'moderator', { role: 'moderator', areaId: '421002' });
  await makePerson(test, 'second-moderator', { role: 'moderator', areaId: '4210' });
  await Promise.all(people.map((person) => makePerson(test, person)));
  moderators = [await test.asPerson('moderator'), await test.asPerson('second-moderator')];
});
afterAll(() => test.dispose());

const moderatorOf = (at: number): Context => moderators[at % 2] ?? test.as('visitor');

async function comment(proposalId: string): Promise<string> {
  return postComment(await test.asPerson('author'), {
    subjectKind: 'proposal',
    subjectId: proposalId,
    areaId: communityId,
    title: '',
    body: '有了灯老人敢出门',
    parentId: '',
  });
}

const rows = (subjectId: string) => test.database.read.queueItem.findMany({ where: { subjectId } });

describe('the queue of the moderators', () => {
  it('holds a thing once that fifty report in one instant, and every report', async () => {
    const id = await makeFeedback(test, 'author');
    const { ok, refused } = await atOnce(people, (person) => report(test, person, { kind: 'feedback', id }));
    expect([ok.length, refused]).toEqual([50, {}]);
    expect((await rows(id)).filter((row) => row.kind === 'report')).toHaveLength(1);
    expect(await test.database.read.contentReport.count({ where: { subjectId: id } })).toBe(50);
  });

  it('takes one report of a person who presses fifty times', async () => {
    const id = await makeFeedback(test, 'author');
    const { ok, refused } = await atOnce(fifty, () => report(test, 'person-1', { kind: 'feedback', id }));
    expect([ok.length, refused]).toEqual([1, { 'moderation.already-reported': 49 }]);
  });

  it('holds what fifty put there at once in one row, and again once it was settled', async () => {
    const item = { kind: 'overdue', subjectKind: 'proposal', subjectId: 'late', areaId: '421002', title: '' };
    const system = test.as('system');
    await atOnce(fifty, () => inTransaction(system, (ctx) => openQueueItem(ctx, item)));
    expect(await rows('late')).toHaveLength(1);
  });
});

describe('of two moderators who decide one thing at once', () => {
  const decided = { ok: 1, refused: { 'already-decided': 49 } };
  const counted = ({ ok, refused }: { ok: unknown[]; refused: object }) => ({ ok: ok.length, refused });

  it('one decides on the report of a comment: the log and the page say the same', async () => {
    const commentId = await comment(await makeProposal(test, 'author'));
    await report(test, 'person-1', { kind: 'comment', id: commentId });
    const outcome = await atOnce(fifty, (at) =>
      decideReportedComment(moderatorOf(at), { commentId, hide: at % 2 === 0, reason }),
    );
    expect(counted(outcome)).toEqual(decided);
    const [row] = await rows(commentId);
    const { hiddenAt } = await test.database.read.comment.findUniqueOrThrow({ where: { id: commentId } });
    expect(row?.decision).toBe(hiddenAt ? 'hidden' : 'kept');
  });

  it('one decides on the report of a proposal', async () => {
    const proposalId = await makeProposal(test, 'author');
    await report(test, 'person-1', { kind: 'proposal', id: proposalId });
    const outcome = await atOnce(fifty, (at) =>
      decideReportedProposal(moderatorOf(at), { proposalId, hide: at % 2 === 0, reason }),
    );
    expect(counted(outcome)).toEqual(decided);
    const [row] = await rows(proposalId);
    const { hiddenAt } = await test.database.read.proposal.findUniqueOrThrow({ where: { id: proposalId } });
    expect(row?.decision).toBe(hiddenAt ? 'hidden' : 'kept');
    const told = { subjectId: proposalId, type: { in: ['content.hidden', 'content.kept'] } };
    expect(await test.database.read.event.count({ where: told })).toBe(1);
  });

  it('one decides on the report of feedback', async () => {
    const feedbackId = await makeFeedback(test, 'author');
    await report(test, 'person-1', { kind: 'feedback', id: feedbackId });
    const outcome = await atOnce(fifty, (at) =>
      decideReportedFeedback(moderatorOf(at), { feedbackId, hide: at % 2 === 0, reason }),
    );
    expect(counted(outcome)).toEqual(decided);
  });

  it('one settles the row, also from the queue itself', async () => {
    const feedbackId = await makeFeedback(test, 'author');
    const [row] = await rows(feedbackId);
    const outcome = await atOnce(fifty, (at) =>
      at % 3 === 0
        ? decideFeedback(moderatorOf(at), feedbackId, { act: 'answer', words: '已经转给城管部门' })
        : decideQueueItem(moderatorOf(at), {
            id: row?.id ?? '',
            approve: at % 3 === 1,
            reason: '已经转给城管部门',
          }),
    );
    expect(outcome.ok).toHaveLength(1);
    expect((await rows(feedbackId)).map(({ state }) => state)).toEqual(['settled']);
  });

  const hiddenComment = async () => {
    const commentId = await comment(await makeProposal(test, 'author'));
    const thing = { subjectKind: 'comment', subjectId: commentId };
    await decideUnasked(moderatorOf(0), { ...thing, hide: true, reason, ground: 'insult' });
    return thing;
  };
  const warning = { level: 'warning', days: 0, reason } as const;

  it('one gives a sanction for it', async () => {
    const thing = await hiddenComment();
    const outcome = await atOnce(fifty, (at) => imposeSanction(moderatorOf(at), { ...thing, ...warning }));
    expect(counted(outcome)).toEqual({ ok: 1, refused: { 'moderation.sanction-stands': 49 } });
  });

  it('no sanction stands for what the other shows again', async () => {
    for (let round = 0; round < 5; round += 1) {
      const thing = await hiddenComment();
      await atOnce([0, 1, 2, 3], (at): Promise<unknown> =>
        at === 1
          ? decideUnasked(moderatorOf(at), { ...thing, hide: false, reason })
          : imposeSanction(moderatorOf(at), { ...thing, ...warning }),
      );
      expect(await test.database.read.sanction.count({ where: { ...thing, endedAt: null } })).toBe(0);
    }
  });

  it('one verifies an organisation', async () => {
    await makePerson(test, 'owner');
    await makeOrganisation(test, { id: 'club', verified: false, members: { owner: 'owner' } });
    const outcome = await atOnce(fifty, (at) =>
      decideOrganisation(moderatorOf(at), {
        organisationId: 'club',
        verify: at % 2 === 0,
        reason: '名称不符',
      }),
    );
    expect(counted(outcome)).toEqual(decided);
  });
});

it('of fifty who hand in one credit code one holds it: whoever is verified first', async () => {
  const contexts = await Promise.all(people.map((person) => test.asPerson(person)));
  const { ok } = await atOnce(contexts, (ctx) =>
    registerOrganisation(ctx, {
      kind: 'social-organisation',
      name: '青石社区志愿者协会',
      creditCode: '51421000MJH123456X',
      areaId: communityId,
      about: '社区志愿服务',
      contact: '',
    }),
  );
  expect(ok).toHaveLength(50);
  const moderator = await test.asPerson('moderator');
  const verified = await atOnce(ok, (organisationId) =>
    decideOrganisation(moderator, { organisationId, verify: true, reason: '' }),
  );
  expect([verified.ok.length, verified.refused]).toEqual([1, { 'organisations.code-known': 49 }]);
});

describe('votes on a comment', () => {
  const sums = async (id: string) => {
    const [row, support, oppose] = await Promise.all([
      test.database.read.comment.findUniqueOrThrow({ where: { id } }),
      test.database.read.commentVote.count({ where: { commentId: id, supports: true } }),
      test.database.read.commentVote.count({ where: { commentId: id, supports: false } }),
    ]);
    return { kept: [row.supportCount, row.opposeCount], counted: [support, oppose] };
  };

  it('of one person who turns it fifty times leave the sums equal to the rows', async () => {
    const proposalId = await makeProposal(test, 'author');
    const commentId = await comment(proposalId);
    const voter = await test.asPerson('person-1');
    const { ok } = await atOnce(fifty, (at) =>
      voteOnComment(voter, {
        subjectKind: 'proposal',
        subjectId: proposalId,
        commentId,
        vote: (['support', 'oppose', 'none'] as const)[at % 3] ?? 'none',
      }),
    );
    expect(ok).toHaveLength(50);
    const { kept, counted } = await sums(commentId);
    expect(kept).toEqual(counted);
  });

  it('of fifty people are fifty', async () => {
    const proposalId = await makeProposal(test, 'author');
    const commentId = await comment(proposalId);
    const contexts = await Promise.all(people.map((person) => test.asPerson(person)));
    await atOnce(contexts, (ctx) =>
      voteOnComment(ctx, { subjectKind: 'proposal', subjectId: proposalId, commentId, vote: 'support' }),
    );
    expect(await sums(commentId)).toEqual({ kept: [50, 0], counted: [50, 0] });
  });
});
