import { afterAll, beforeAll, expect, it } from 'vitest';
import { communityId, makeAreas, makePerson } from '../../../../tests/factories/proposals';
import { testContext } from '../../../../tests/setup/context';
import type { TestContext } from '../../../../tests/setup/context';
import { areaPage } from '../area.query.server';
import { publishArea } from './publish-area.server';

let test: TestContext;
beforeAll(async () => {
  test = await testContext();
  await makeAreas(test);
  await makePerson(test, 'moderator', { role: 'moderator', areaId: '421002' });
  await makePerson(test, 'elsewhere', { role: 'moderator', areaId: '421003' });
});
afterAll(() => test.dispose());

const facts = {
  contact: '',
  workerName: '周网格',
  workerContact: '0716-1234567',
  supervisionPhone: '12345',
  matters: '巡查消防通道\n登记独居老人',
  bounds: '',
};

it('publishes worker, phones and matters of an area, by its moderators only', async () => {
  await publishArea(await test.asPerson('moderator'), communityId, facts);
  expect(await areaPage(test.as('visitor'), communityId)).toMatchObject({
    workerName: '周网格',
    matters: ['巡查消防通道', '登记独居老人'],
  });
  for (const ctx of [test.as('visitor'), await test.asPerson('elsewhere')])
    await expect(publishArea(ctx, communityId, facts)).rejects.toMatchObject({ code: 'forbidden' });
});

it('refuses bounds that are no polygon, at their field', async () => {
  const bad = publishArea(await test.asPerson('moderator'), communityId, { ...facts, bounds: '{}' });
  await expect(bad).rejects.toMatchObject({ code: 'invalid', field: 'bounds' });
});
