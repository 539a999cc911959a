import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeAreas, makePerson, makeProposal, proposalInput } from '../../factories/proposals';
import { atOnce, fifty } from '../../setup/at-once';
import { testContext } from '../../setup/context';
import type { TestContext } from '../../setup/context';
import type { Context } from '~/domains/context';
import { mergeWithComments } from '~/domains/insights/merge-with-comments.server';
import { answerProposal } from '~/domains/proposals/answer-proposal.server';
import { endorseProposal, withdrawEndorsement } from '~/domains/proposals/endorsing/endorse-proposal.server';
import { createDraft, publishProposal, saveProposal } from '~/domains/proposals/save-proposal.server';

let test: TestContext;
let author: Context;
let crowd: Context[];

beforeAll(async () => {
  test = await testContext();
  await makeAreas(test);
  await makePerson(test, 'author');
  await makePerson(test, 'moderator', { role: 'moderator', areaId: '421002' });
  await Promise.all(fifty.map((at) => makePerson(test, `person-${at}`)));
  author = await test.asPerson('author');
  crowd = await Promise.all(fifty.map((at) => test.asPerson(`person-${at}`)));
});
afterAll(() => test.dispose());

const rowOf = (id: string) => test.database.read.proposal.findUniqueOrThrow({ where: { id } });
const endorsed = (id: string) => test.database.read.endorsement.count({ where: { proposalId: id } });
const widely = async (id: string) =>
  test.database.transaction((tx) => tx.prisma.proposal.update({ where: { id }, data: { threshold: 1000 } }));

it('fifty endorse: as many rows as counted; those who come after the threshold are refused with words', async () => {
  const id = await makeProposal(test, 'author');
  const { ok, refused } = await atOnce(crowd, (ctx) => endorseProposal(ctx, id));
  expect(ok).toHaveLength(3);
  expect(Object.values(refused)).toEqual([47]);
  expect([await endorsed(id), (await rowOf(id)).endorsementCount, (await rowOf(id)).state]).toEqual([
    3,
    3,
    'review',
  ]);
});

it('one endorses and takes it back fifty times: the sum is what the rows say, never below', async () => {
  const id = await makeProposal(test, 'author');
  await widely(id);
  const [one] = crowd;
  if (!one) throw new Error('Nobody is there');
  await atOnce(fifty, (at) => (at % 2 === 0 ? endorseProposal(one, id) : withdrawEndorsement(one, id)));
  expect((await rowOf(id)).endorsementCount).toBe(await endorsed(id));
});

it('is merged while people endorse both: each person counts once', async () => {
  const [from, into] = [await makeProposal(test, 'author'), await makeProposal(test, 'author')];
  for (const id of [from, into]) await widely(id);
  await atOnce(crowd.slice(0, 25), (ctx) => endorseProposal(ctx, from));
  const moderator = await test.asPerson('moderator');
  const { refused } = await atOnce([null, ...crowd], (ctx) =>
    ctx
      ? endorseProposal(ctx, into)
      : mergeWithComments(moderator, { fromId: from, intoId: into, reason: '两件是同一件事' }),
  );
  expect(refused).toEqual({});
  expect((await rowOf(into)).endorsementCount).toBe(await endorsed(into));
  expect(await endorsed(into)).toBe(50);
});

it('is published once, with the text that was saved last before', async () => {
  const id = await createDraft(author, proposalInput, []);
  const body = '社区东门到公交站这一段晚上没有路灯，建议加装八盏太阳能路灯，并接入社区电表。';
  const { refused } = await atOnce<number, unknown>(fifty, (at) =>
    at % 2 === 0
      ? publishProposal(author, id)
      : saveProposal(author, id, { input: { ...proposalInput, body }, pictureIds: [] }),
  );
  expect(refused).toEqual({ 'proposals.wrong-state': 24 });
  const [row, versions] = [
    await rowOf(id),
    await test.database.read.proposalVersion.findMany({
      where: { proposalId: id },
      orderBy: { version: 'asc' },
    }),
  ];
  expect(versions.map(({ version }) => version)).toEqual(versions.map((_, at) => at + 1));
  expect(versions.at(-1)).toMatchObject({ version: row.version, body: row.body });
});

it('a draft that two windows save from one revision is saved once; the other hears of it and keeps its words', async () => {
  const id = await createDraft(author, proposalInput, []);
  const { revision } = await rowOf(id);
  const { ok, refused } = await atOnce(fifty, (at) =>
    saveProposal(author, id, {
      input: { ...proposalInput, title: `第 ${at} 个窗口写的题目` },
      pictureIds: [],
      revision,
    }),
  );
  expect([ok, refused]).toEqual([[revision + 1], { 'proposals.saved-elsewhere': 49 }]);
});

it('is adopted or declined once', async () => {
  const id = await makeProposal(test, 'author');
  await atOnce(crowd.slice(0, 3), (ctx) => endorseProposal(ctx, id));
  const moderator = await test.asPerson('moderator');
  const { ok } = await atOnce(fifty, (at) =>
    answerProposal(moderator, id, {
      decision: at % 2 === 0 ? 'adopt' : 'decline',
      answer: '已列入今年的计划。',
    }),
  );
  expect(ok).toHaveLength(1);
  const told = { subjectId: id, type: { in: ['proposal.adopted', 'proposal.declined'] } };
  expect(await test.database.read.event.count({ where: told })).toBe(1);
});
