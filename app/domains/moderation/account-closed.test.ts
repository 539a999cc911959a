import { afterAll, beforeAll, expect, it } from 'vitest';
import { communityId, makePerson, makeProposal, proposalInput } from '../../../tests/factories/proposals';
import { makeOffices } from '../../../tests/factories/work-orders';
import { runJobs } from '../../../tests/setup/jobs';
import { testContext } from '../../../tests/setup/context';
import type { TestContext } from '../../../tests/setup/context';
import { postComment } from '../deliberation/index.server';
import { decideQueueItem } from '../insights/decide-queue-item.server';
import { decideUnasked } from '../insights/decide-unasked.server';
import { erasePerson } from '../own-data.server';
import { appeal, appealSanction, imposeSanction, liftSanction } from './index.server';

const name = '陈桂兰';
let test: TestContext;
beforeAll(async () => {
  test = await testContext();
  await makeOffices(test);
  await makePerson(test, 'leaving');
  await makePerson(test, 'city-administrator', { role: 'administrator', areaId: '4210' });
  await test.database.transaction((tx) =>
    tx.prisma.person.update({ where: { id: 'leaving' }, data: { displayName: name } }),
  );
});
afterAll(() => test.dispose());

const leaving = () => test.asPerson('leaving');
const moderator = () => test.asPerson('moderator');

async function hidden(proposalId: string, body: string) {
  const subjectId = await postComment(await leaving(), {
    ...{ subjectKind: 'proposal', subjectId: proposalId, areaId: communityId, title: proposalInput.title },
    ...{ body, parentId: '' },
  });
  const thing = { subjectKind: 'comment', subjectId };
  const why = { hide: true, reason: '辱骂邻居', ground: 'insult' } as const;
  await decideUnasked(await moderator(), { ...thing, ...why });
  return thing;
}

async function refuse(kind: string, subjectId: string, reason: string): Promise<void> {
  const where = { kind, subjectId, state: 'open' };
  const { id } = await test.database.read.queueItem.findFirstOrThrow({ where });
  await decideQueueItem(await test.asPerson('city-administrator'), { id, approve: false, reason });
}

it('what was said about a person with a sanction goes with the account, and what they said against it', async () => {
  const proposalId = await makeProposal(test, 'asker');
  const things = [];
  for (const at of [1, 2, 3]) things.push(await hidden(proposalId, `第 ${at} 条被隐藏的评论`));
  const [one, two, three] = things;
  if (!one || !two || !three) throw new Error('three were hidden');
  const warn = async (thing: typeof one, reason: string) =>
    imposeSanction(await moderator(), { ...thing, level: 'warning', days: 0, reason });
  const stands = await warn(one, '这人屡教不改之一');
  const waits = await warn(two, '这人屡教不改之二');
  const lifted = await warn(three, '这人屡教不改之三');
  await liftSanction(await moderator(), { id: lifted, reason: '他说家里有病人' });
  await appealSanction(await leaving(), { id: stands, words: '我那天喝了酒，请再看看。' });
  await refuse('sanction-appeal', stands, '喝酒不是理由');
  await appealSanction(await leaving(), { id: waits, words: '我正在离婚，请再看看。' });
  await appeal(await leaving(), { ...one, words: '我只是心情不好，请再看看。' });
  await refuse('appeal', one.subjectId, '心情不好不是理由');
  await appeal(await leaving(), { ...two, words: '我有抑郁症，请再看看。' });
  await runJobs(test);
  await erasePerson(await leaving(), 'leaving');

  const { read } = test.database;
  const rows = await read.queueItem.findMany();
  const everything = JSON.stringify([
    ...[rows, await read.sanction.findMany(), await read.notification.findMany()],
    await read.event.findMany({ where: { type: { not: { startsWith: 'comment.' } } } }),
  ]);
  const words = ['屡教不改', '家里有病人', '喝了酒', '喝酒不是', '离婚', '心情不好', '抑郁症'];
  expect([name, ...words].filter((one) => everything.includes(one))).toEqual([]);
  const appeals = rows.filter(({ kind }) => kind.endsWith('appeal'));
  expect(appeals.map(({ state, ground, decision }) => [state, ground, decision]).sort()).toEqual([
    ['settled', 'account-erased', 'withdrawn'],
    ['settled', 'account-erased', 'withdrawn'],
    ['settled', 'insult', 'hiding-stands'],
    ['settled', 'insult', 'sanction-stands'],
  ]);
  // What was hidden and why is no secret of the person's: it stays on record.
  expect(rows.filter(({ decision }) => decision === 'hidden').map(({ reason }) => reason)).toEqual([
    ...['辱骂邻居', '辱骂邻居', '辱骂邻居'],
  ]);
});

it('an appeal waits without the name of who appeals', async () => {
  await makePerson(test, 'staying');
  const subjectId = await postComment(await test.asPerson('staying'), {
    ...{ subjectKind: 'proposal', subjectId: await makeProposal(test, 'asker'), areaId: communityId },
    ...{ title: '', body: '又一条评论', parentId: '' },
  });
  const thing = { subjectKind: 'comment', subjectId };
  await decideUnasked(await moderator(), { ...thing, hide: true, reason: '辱骂邻居', ground: 'insult' });
  const given = { level: 'warning', days: 0, reason: '辱骂邻居' } as const;
  const id = await imposeSanction(await moderator(), { ...thing, ...given });
  await appealSanction(await test.asPerson('staying'), { id, words: '请另一位审核员看看。' });
  const where = { kind: 'sanction-appeal', subjectId: id };
  expect(await test.database.read.queueItem.findFirst({ where })).toMatchObject({ state: 'open', title: '' });
});
