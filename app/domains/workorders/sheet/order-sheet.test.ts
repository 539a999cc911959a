import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeFinishedCall, questionOf } from '../../../../tests/factories/calls';
import { communityId, makePerson } from '../../../../tests/factories/proposals';
import { act, makeOffices, makeOrder } from '../../../../tests/factories/work-orders';
import { testContext } from '../../../../tests/setup/context';
import type { TestContext } from '../../../../tests/setup/context';
import { recordCallBack } from '../intake/record-call-back.server';
import { workbenchOrder } from '../queue/workbench.query.server';
import { orderSheet } from './order-sheet.query.server';

let test: TestContext;
beforeAll(async () => {
  test = await testContext();
  await makeOffices(test);
});
afterAll(() => test.dispose());

const rowsOf = async (who: string, id: string) =>
  Object.fromEntries((await orderSheet(await test.asPerson(who), id)).rows);

it('says who asked, by which channel, who helps, what came of it, and each step with its day', async () => {
  const id = await makeOrder(test);
  await act(test, 'water-clerk', { id, act: 'accept' });
  await act(test, 'water-clerk', { id, act: 'add-helper', departmentId: 'parks', task: '清理树枝' });
  test.clock.set(new Date(test.clock.now().getTime() + 2 * 24 * 3600_000));
  await act(test, 'parks-clerk', { id, act: 'helper-report', words: '树枝已经清理' });
  await act(test, 'water-clerk', { id, act: 'finish', report: '施工已改到白天，现场复核无误。' });
  const { displayName } = await test.database.read.person.findUniqueOrThrow({ where: { id: 'asker' } });
  const rows = await rowsOf('water-clerk', id);
  expect(rows).toMatchObject({ 提出人: displayName, 来自: '本平台' });
  expect(rows.协办部门).toMatch(/^.+：清理树枝（\d{4}-\d\d-\d\d \d\d:\d\d）$/);
  expect(rows.办理结果).toContain('已办结');
  const { steps } = await orderSheet(await test.asPerson('moderator'), id);
  expect(steps[0]).toMatchObject({ day: 1 });
  expect(steps.at(-1)).toMatchObject({ day: 3 });
  const english = await orderSheet({ ...(await test.asPerson('moderator')), locale: 'en' }, id);
  // What people wrote is theirs; the signs between are the reader's.
  expect(JSON.stringify(english.rows.map(([, words]) => words))).not.toMatch(/[：（）；、]/);
});

it('names the channel of a caller, and neither name nor number', async () => {
  const id = await makeFinishedCall(test);
  const answer = { reached: 'yes', solved: true, contacted: true, rating: 5, words: '谢谢' } as const;
  await recordCallBack(await test.asPerson('moderator'), id, {
    ...answer,
    callBackId: await questionOf(test, id),
  });
  const sheet = await orderSheet(await test.asPerson('water-clerk'), id);
  const rows = Object.fromEntries(sheet.rows);
  expect(rows.来自).toBe('电话');
  expect(rows.提出人).toContain('来电或来访人');
  expect(rows.办理结果).toContain('1 人说已解决');
  expect(JSON.stringify(sheet)).not.toMatch(/王小明|13800001234|138 0000 1234/);
});

it('is for those who work on the order', async () => {
  const id = await makeOrder(test);
  for (const who of ['asker', 'roads-clerk'])
    await expect(rowsOf(who, id)).rejects.toMatchObject({ reason: 'workbench.staff-only' });
});

it('is offered on the workbench to those alone who may read it', async () => {
  await makePerson(test, 'grid-worker', { role: 'staff', areaId: communityId });
  const id = await makeOrder(test);
  const asked = { id, templateId: null, categoryName: String };
  for (const who of ['grid-worker', 'roads-clerk', 'water-clerk', 'moderator']) {
    const ctx = await test.asPerson(who);
    const read = await orderSheet(ctx, id).then(
      () => true,
      () => false,
    );
    const offered = await workbenchOrder(ctx, asked).then(
      ({ mayReadSheet }) => mayReadSheet,
      () => false,
    );
    expect(offered, who).toBe(read);
  }
});
