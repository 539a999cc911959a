import { draftOf, makeParties, signAs } from '../../../../tests/factories/agreements';
import { draftAgreement } from '../../agreements/drafting/draft-agreement.server';
import { freezeAgreement } from '../../agreements/signing/freeze-agreement.server';
import { reportObligation } from '../../agreements/living/obligations.server';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeFeedback } from '../../../../tests/factories/feedback';
import { makePerson, makeProposal } from '../../../../tests/factories/proposals';
import { act, makeOffices, makeOrder, stateOf } from '../../../../tests/factories/work-orders';
import { runJobs } from '../../../../tests/setup/jobs';
import { testContext } from '../../../../tests/setup/context';
import type { TestContext } from '../../../../tests/setup/context';
import { linkableMatters, linkToThisOrder } from './link-matter.server';

let test: TestContext;
beforeAll(async () => {
  test = await testContext();
  await makeOffices(test);
  await makePerson(test, 'neighbour');
  await makePerson(test, 'street-moderator', { role: 'moderator', areaId: '421002002' });
});
afterAll(() => test.dispose());

const titles = async (who: string, id: string, words: string) =>
  (await linkableMatters(await test.asPerson(who), await stateOf(test, id), words)).map((found) => [
    found.kind,
    found.title,
  ]);

/** An agreement in force, with a promise that is open still and one that is kept. */
async function makePromises() {
  await makeParties(test, ['ngo', 'shop']);
  const [ngo, shop] = [await test.asPerson('ngo-person', 'ngo'), await test.asPerson('shop-person', 'shop')];
  const id = await draftAgreement(
    ngo,
    draftOf({
      title: '护学路灯共建协议',
      partyIds: ['ngo', 'shop'],
      areaId: '421002001001',
      rows: { 'party.1': 'shop', 'what.1': '供电', 'party.2': 'ngo', 'what.2': '巡查路灯' },
    }),
  );
  await freezeAgreement(ngo, id);
  const { contentHash } = await test.database.read.agreement.findUniqueOrThrow({ where: { id } });
  for (const party of [ngo, shop]) await signAs(party, { id, contentHash: contentHash ?? '' });
  const { id: kept } = await test.database.read.obligation.findFirstOrThrow({
    where: { agreementId: id, text: '巡查路灯' },
  });
  const { id: open } = await test.database.read.obligation.findFirstOrThrow({
    where: { agreementId: id, text: '供电' },
  });
  await reportObligation(ngo, kept, { report: '每周巡查一次' });
  return { open, kept };
}

it('finds what may be linked, by words, address or nothing, and links it once', async () => {
  const id = await makeOrder(test, { title: '校门口路灯' });
  const feedback = await makeFeedback(test, 'neighbour', { title: '校门口路灯不亮', isPublic: 'no' });
  const far = await makeFeedback(test, 'neighbour', { title: '校门口路灯太暗', areaId: '421003' });
  await makeProposal(test, 'neighbour', { title: '校门口路灯改造（征集中）' });
  const adopted = await makeProposal(test, 'neighbour', { title: '校门口路灯更换' });
  await test.database.transaction((tx) =>
    tx.prisma.proposal.update({ where: { id: adopted }, data: { state: 'adopted' } }),
  );
  const promises = await makePromises();
  expect(await titles('moderator', id, '路灯')).toEqual([
    ['proposal', '校门口路灯更换'],
    ['feedback', '校门口路灯不亮'],
    ['obligation', '护学路灯共建协议 · 供电'],
  ]);
  expect(await titles('moderator', id, `https://portal.example/proposals/${adopted}?x=1`)).toEqual([
    ['proposal', '校门口路灯更换'],
  ]);
  expect((await titles('moderator', id, '')).map(([kind]) => kind)).toEqual(
    expect.arrayContaining(['proposal', 'feedback', 'obligation']),
  );
  expect((await titles('moderator', id, '路燈 校门')).map(([kind]) => kind)).toEqual([
    'proposal',
    'feedback',
  ]);
  expect(await titles('street-moderator', id, '路灯')).toEqual([]);
  const moderator = await test.asPerson('moderator');
  for (const subject of [
    { kind: 'feedback' as const, id: feedback },
    { kind: 'proposal' as const, id: adopted },
    { kind: 'obligation' as const, id: promises.open },
  ]) {
    await linkToThisOrder(moderator, { id, subject });
    await expect(linkToThisOrder(moderator, { id, subject })).rejects.toMatchObject({
      reason: 'work-orders.linked-already',
    });
  }
  expect(await titles('moderator', id, '路灯')).toEqual([]);
  const { read } = test.database;
  expect(await read.workOrderLink.count({ where: { workOrderId: id } })).toBe(4);
  expect(await read.feedback.findUnique({ where: { id: feedback } })).toMatchObject({ state: 'dispatched' });
  expect(await read.proposal.findUnique({ where: { id: adopted } })).toMatchObject({ state: 'implementing' });
  const met = linkToThisOrder(moderator, { id, subject: { kind: 'obligation', id: promises.kept } });
  await expect(met).rejects.toMatchObject({ code: 'wrong-state' });
  const mayor = await test.asPerson('mayor');
  await expect(linkToThisOrder(mayor, { id, subject: { kind: 'feedback', id: far } })).rejects.toMatchObject({
    reason: 'work-orders.other-district',
  });
});

it('lets go of what hangs on it when the last of its orders is refused, with the words, told once', async () => {
  const feedback = await makeFeedback(test, 'neighbour', { title: '楼道堆物' });
  const adopted = await makeProposal(test, 'neighbour', { title: '楼道清理日' });
  await test.database.transaction((tx) =>
    tx.prisma.proposal.update({ where: { id: adopted }, data: { state: 'adopted' } }),
  );
  const moderator = await test.asPerson('moderator');
  const orders = [];
  for (const title of ['楼道堆物', '楼道堆物（另一楼）']) {
    const id = await makeOrder(test, { title, departmentId: '' });
    await linkToThisOrder(moderator, { id, subject: { kind: 'feedback', id: feedback } });
    await linkToThisOrder(moderator, { id, subject: { kind: 'proposal', id: adopted } });
    orders.push(id);
  }
  const { read } = test.database;
  const states = async () => [
    (await read.feedback.findUnique({ where: { id: feedback } }))?.state,
    (await read.proposal.findUnique({ where: { id: adopted } }))?.state,
  ];
  const refusal = { act: 'refuse', ground: 'in-court', words: '已进入诉讼程序，请等候判决。' } as const;
  await act(test, 'moderator', { id: orders[0] ?? '', ...refusal });
  expect(await states()).toEqual(['dispatched', 'implementing']);
  await runJobs(test);
  await test.database.transaction((tx) => tx.prisma.notification.deleteMany({}));
  await act(test, 'moderator', { id: orders[1] ?? '', ...refusal });
  expect(await states()).toEqual(['refused', 'adopted']);
  expect(await read.feedback.findUnique({ where: { id: feedback } })).toMatchObject({
    answer: refusal.words,
  });
  await runJobs(test);
  const told = await read.notification.findMany({ where: { personId: 'neighbour' } });
  expect(told.map(({ type }) => type)).toEqual(['work-order.not-accepted']);
});

it('is refused to who coordinates only one of the two places, and once the order is closed', async () => {
  const id = await makeOrder(test);
  const subject = { kind: 'feedback' as const, id: await makeFeedback(test, 'neighbour') };
  for (const who of ['neighbour', 'water-clerk', 'street-moderator'])
    await expect(linkToThisOrder(await test.asPerson(who), { id, subject })).rejects.toMatchObject({
      code: 'forbidden',
    });
  await act(test, 'water-clerk', { id, act: 'accept' });
  await act(test, 'water-clerk', { id, act: 'finish', report: '已经全部办好，现场复核无误。' });
  await expect(linkToThisOrder(await test.asPerson('moderator'), { id, subject })).rejects.toMatchObject({
    reason: 'work-orders.closed-already',
  });
});
